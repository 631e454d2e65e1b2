"""French."""

from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.notifications.groups import Group
from partscounter.domain.notifications.languages.wording import ApprovalWording, PageWording, Wording
from partscounter.domain.notifications.notice import Notice

FRENCH = Wording(
    language="fr",
    colon="\N{NO-BREAK SPACE}: ",
    subject="{headline}\N{NO-BREAK SPACE}: {number}",
    confirmation="Merci de votre commande",
    headlines={
        TrackingStatus.DELIVERED: "Votre commande a été livrée",
        TrackingStatus.PARTIALLY_SHIPPED: "Votre commande a été expédiée en partie",
        TrackingStatus.FULLY_SHIPPED: "Votre commande a été entièrement expédiée",
        TrackingStatus.PICKED_UP: "Votre commande a été retirée",
        TrackingStatus.READY_FOR_PICKUP: "Votre commande est prête à être retirée",
        TrackingStatus.READY_FOR_PARTIAL_PICKUP: "Une partie de votre commande est prête à être retirée",
        TrackingStatus.ON_HOLD: "Votre commande a été mise en attente",
        TrackingStatus.RELEASED: "Votre commande a été débloquée",
        TrackingStatus.CANCELLED: "Votre commande a été annulée",
        TrackingStatus.EXCEPTION: "Votre commande rencontre un problème",
    },
    promised="Une date pour des pièces en commande différée",
    delayed="Des pièces en commande différée sont retardées",
    on_back_order="{units} en commande différée, attendues pour le {day}",
    instead_of="au lieu du {day}",
    introduction="{dealer} vous écrit au sujet de votre commande {number}.",
    quantity="Quantité",
    part="Pièce",
    description="Désignation",
    carrier="Transporteur",
    tracking_number="Numéro de suivi",
    follow="Suivre l'envoi",
    see_order="Voir où en est votre commande",
    preferences="Choisir les e-mails que vous recevez",
    notices={
        Notice.APPROVAL_WANTED: (
            "Votre accord est demandé",
            "{buyer} a passé la commande {number} auprès de {dealer}.",
        ),
        Notice.APPROVED: (
            "Votre commande a été approuvée",
            "{by} a approuvé votre commande {number} auprès de {dealer}.",
        ),
        Notice.REJECTED: (
            "Votre commande a été refusée",
            "{by} a refusé votre commande {number} auprès de {dealer}. Rien de plus ne sera expédié.",
        ),
        Notice.RETURN_AUTHORISED: (
            "Votre retour a été accepté",
            "{dealer} reprend ces pièces de votre commande {number}. Veuillez les envoyer avec le numéro {named}.",
        ),
        Notice.RETURN_CREDITED: (
            "Votre retour a été crédité",
            "{dealer} a crédité ces pièces de votre commande {number}, retournées sous le numéro {named}.",
        ),
    },
    total="Montant total",
    note="Remarque",
    decide="Voir la commande et décider",
    approval=ApprovalWording(
        title="Approuvez-vous cette commande\N{NO-BREAK SPACE}?",
        question="{buyer} a passé la commande {number} auprès de {dealer}.",
        note="Remarque (facultative)",
        approve="Approuver",
        reject="Refuser",
        approved="Cette commande a été approuvée.",
        rejected="Cette commande a été refusée.",
        over="Cette commande a été annulée ou remplacée\N{NO-BREAK SPACE}; il ne reste rien à décider.",
    ),
    page=PageWording(
        title="Quels e-mails souhaitez-vous recevoir\N{NO-BREAK SPACE}?",
        lead="M'envoyer un e-mail quand une commande",
        groups={
            Group.DELIVERED: "a été livrée",
            Group.FULLY_SHIPPED: "a été entièrement expédiée",
            Group.PARTIALLY_SHIPPED: "a été expédiée en partie",
            Group.PICKED_UP: "a été retirée",
            Group.READY_FOR_PICKUP: "est prête à être retirée, en tout ou en partie",
            Group.ON_HOLD: "a été mise en attente",
            Group.RELEASED: "a été débloquée",
            Group.PROBLEM: "rencontre un problème",
        },
        always_sent="Les confirmations et les annulations de commande sont toujours envoyées.",
        dealer_may_not_tell="Tous les concessionnaires ne signalent pas chaque étape. Le vôtre vous dira lesquelles "
        "attendre.",
        not_counted="{dealer} envoie actuellement toutes les notifications. Votre choix est conservé et comptera dès "
        "que {dealer} laissera choisir ses clients.",
        save="Enregistrer",
        saved="Votre choix a été enregistré.",
        unsubscribe_title="Ne plus recevoir ces e-mails\N{NO-BREAK SPACE}?",
        unsubscribe_question="Vous ne recevriez plus d'e-mail quand une commande {group}.",
        unsubscribe="Ne plus recevoir ces e-mails",
        unsubscribed="Désormais vous ne recevez plus d'e-mail quand une commande {group}.",
    ),
)
