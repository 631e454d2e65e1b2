"""Spanish."""

from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.notifications.groups import Group
from partscounter.domain.notifications.languages.wording import ApprovalWording, PageWording, Wording
from partscounter.domain.notifications.notice import Notice

SPANISH = Wording(
    language="es",
    colon=": ",
    subject="{headline}: {number}",
    confirmation="Gracias por su pedido",
    headlines={
        TrackingStatus.DELIVERED: "Su pedido ha sido entregado",
        TrackingStatus.PARTIALLY_SHIPPED: "Su pedido ha sido enviado en parte",
        TrackingStatus.FULLY_SHIPPED: "Su pedido ha sido enviado por completo",
        TrackingStatus.PICKED_UP: "Su pedido ha sido recogido",
        TrackingStatus.READY_FOR_PICKUP: "Su pedido está listo para recoger",
        TrackingStatus.READY_FOR_PARTIAL_PICKUP: "Una parte de su pedido está lista para recoger",
        TrackingStatus.ON_HOLD: "Su pedido ha quedado en espera",
        TrackingStatus.RELEASED: "Su pedido ha sido liberado",
        TrackingStatus.CANCELLED: "Su pedido ha sido cancelado",
        TrackingStatus.EXCEPTION: "Hay un problema con su pedido",
    },
    promised="Una fecha para piezas pendientes de entrega",
    delayed="Se retrasan piezas pendientes de entrega",
    on_back_order="{units} pendientes de entrega, previstas para el {day}",
    instead_of="en lugar del {day}",
    introduction="{dealer} le escribe sobre su pedido {number}.",
    quantity="Cantidad",
    part="Pieza",
    description="Descripción",
    carrier="Transportista",
    tracking_number="Número de seguimiento",
    follow="Seguir el envío",
    see_order="Ver cómo va su pedido",
    preferences="Elegir qué correos recibe",
    notices={
        Notice.APPROVAL_WANTED: (
            "Se necesita su aprobación",
            "{buyer} ha hecho el pedido {number} a {dealer}.",
        ),
        Notice.APPROVED: ("Su pedido ha sido aprobado", "{by} ha aprobado su pedido {number} a {dealer}."),
        Notice.REJECTED: (
            "Su pedido ha sido rechazado",
            "{by} ha rechazado su pedido {number} a {dealer}. No se enviará nada más de él.",
        ),
        Notice.RETURN_AUTHORISED: (
            "Su devolución ha sido autorizada",
            "{dealer} acepta la devolución de estas piezas de su pedido {number}. Envíelas con el número {named}.",
        ),
        Notice.RETURN_CREDITED: (
            "Su devolución ha sido abonada",
            "{dealer} ha abonado estas piezas de su pedido {number}, devueltas con el número {named}.",
        ),
    },
    total="Importe total",
    note="Nota",
    decide="Ver el pedido y decidir",
    approval=ApprovalWording(
        title="¿Aprueba este pedido?",
        question="{buyer} ha hecho el pedido {number} a {dealer}.",
        note="Nota (opcional)",
        approve="Aprobar",
        reject="Rechazar",
        approved="Este pedido ha sido aprobado.",
        rejected="Este pedido ha sido rechazado.",
        over="Este pedido fue cancelado o sustituido; no queda nada por decidir.",
    ),
    page=PageWording(
        title="¿Qué correos desea recibir?",
        lead="Enviarme un correo cuando un pedido",
        groups={
            Group.DELIVERED: "ha sido entregado",
            Group.FULLY_SHIPPED: "ha sido enviado por completo",
            Group.PARTIALLY_SHIPPED: "ha sido enviado en parte",
            Group.PICKED_UP: "ha sido recogido",
            Group.READY_FOR_PICKUP: "está listo para recoger, entero o en parte",
            Group.ON_HOLD: "ha quedado en espera",
            Group.RELEASED: "ha sido liberado",
            Group.PROBLEM: "tiene un problema",
        },
        always_sent="Las confirmaciones y las cancelaciones de pedidos se envían siempre.",
        dealer_may_not_tell="No todos los distribuidores informan de cada paso. El suyo le dirá cuáles puede esperar.",
        not_counted="{dealer} envía por ahora todas las notificaciones. Su elección se guarda y contará en cuanto "
        "{dealer} deje elegir a sus clientes.",
        save="Guardar",
        saved="Su elección se ha guardado.",
        unsubscribe_title="¿Dejar de recibir estos correos?",
        unsubscribe_question="Ya no recibiría un correo cuando un pedido {group}.",
        unsubscribe="Dejar de recibir estos correos",
        unsubscribed="Desde ahora no recibe un correo cuando un pedido {group}.",
    ),
)
