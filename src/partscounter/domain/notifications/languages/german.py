"""German."""

from partscounter.domain.fulfilment import TrackingStatus
from partscounter.domain.notifications.groups import Group
from partscounter.domain.notifications.languages.wording import ApprovalWording, PageWording, Wording
from partscounter.domain.notifications.notice import Notice

GERMAN = Wording(
    language="de",
    colon=": ",
    subject="{headline}: {number}",
    confirmation="Vielen Dank für Ihre Bestellung",
    headlines={
        TrackingStatus.DELIVERED: "Ihre Bestellung wurde geliefert",
        TrackingStatus.PARTIALLY_SHIPPED: "Ihre Bestellung wurde teilweise versandt",
        TrackingStatus.FULLY_SHIPPED: "Ihre Bestellung wurde vollständig versandt",
        TrackingStatus.PICKED_UP: "Ihre Bestellung wurde abgeholt",
        TrackingStatus.READY_FOR_PICKUP: "Ihre Bestellung liegt zur Abholung bereit",
        TrackingStatus.READY_FOR_PARTIAL_PICKUP: "Ein Teil Ihrer Bestellung liegt zur Abholung bereit",
        TrackingStatus.ON_HOLD: "Ihre Bestellung wurde angehalten",
        TrackingStatus.RELEASED: "Ihre Bestellung wurde freigegeben",
        TrackingStatus.CANCELLED: "Ihre Bestellung wurde storniert",
        TrackingStatus.EXCEPTION: "Es gibt ein Problem mit Ihrer Bestellung",
    },
    promised="Ein Termin für nachzuliefernde Teile",
    delayed="Nachzuliefernde Teile verspäten sich",
    on_back_order="{units} in Nachlieferung, erwartet bis {day}",
    instead_of="statt {day}",
    introduction="{dealer} schreibt Ihnen zu Ihrer Bestellung {number}.",
    quantity="Menge",
    part="Teil",
    description="Bezeichnung",
    carrier="Versand durch",
    tracking_number="Sendungsnummer",
    follow="Sendung verfolgen",
    see_order="Sehen, wie weit Ihre Bestellung ist",
    preferences="Auswählen, welche E-Mails Sie erhalten",
    notices={
        Notice.APPROVAL_WANTED: ("Ihre Zustimmung wird gebraucht", "{buyer} hat bei {dealer} bestellt: {number}."),
        Notice.APPROVED: (
            "Ihre Bestellung wurde genehmigt",
            "{by} hat Ihre Bestellung {number} bei {dealer} genehmigt.",
        ),
        Notice.REJECTED: (
            "Ihre Bestellung wurde abgelehnt",
            "{by} hat Ihre Bestellung {number} bei {dealer} abgelehnt. Es wird nichts mehr davon versandt.",
        ),
        Notice.RETURN_AUTHORISED: (
            "Ihre Rücksendung wurde angenommen",
            "{dealer} nimmt diese Teile Ihrer Bestellung {number} zurück. Bitte senden Sie sie mit der Nummer {named}.",
        ),
        Notice.RETURN_CREDITED: (
            "Ihre Rücksendung wurde gutgeschrieben",
            "{dealer} hat diese Teile Ihrer Bestellung {number}, zurückgesandt als {named}, gutgeschrieben.",
        ),
    },
    total="Gesamtbetrag",
    note="Bemerkung",
    decide="Bestellung ansehen und entscheiden",
    approval=ApprovalWording(
        title="Stimmen Sie dieser Bestellung zu?",
        question="{buyer} hat bei {dealer} bestellt: {number}.",
        note="Bemerkung (freiwillig)",
        approve="Genehmigen",
        reject="Ablehnen",
        approved="Diese Bestellung wurde genehmigt.",
        rejected="Diese Bestellung wurde abgelehnt.",
        over="Diese Bestellung wurde storniert oder ersetzt; es ist nichts mehr zu entscheiden.",
    ),
    page=PageWording(
        title="Welche E-Mails möchten Sie erhalten?",
        lead="E-Mail an mich, wenn eine Bestellung",
        groups={
            Group.DELIVERED: "geliefert wurde",
            Group.FULLY_SHIPPED: "vollständig versandt wurde",
            Group.PARTIALLY_SHIPPED: "teilweise versandt wurde",
            Group.PICKED_UP: "abgeholt wurde",
            Group.READY_FOR_PICKUP: "ganz oder teilweise zur Abholung bereitliegt",
            Group.ON_HOLD: "angehalten wurde",
            Group.RELEASED: "freigegeben wurde",
            Group.PROBLEM: "ein Problem hat",
        },
        always_sent="Bestellbestätigungen und Stornierungen werden immer gesendet.",
        dealer_may_not_tell="Nicht jeder Händler meldet jeden Schritt. Ihr Händler sagt Ihnen, welche Sie erwarten "
        "können.",
        not_counted="{dealer} sendet zurzeit alle Benachrichtigungen. Ihre Auswahl bleibt gespeichert und gilt, sobald "
        "{dealer} die Auswahl zulässt.",
        save="Speichern",
        saved="Ihre Auswahl wurde gespeichert.",
        unsubscribe_title="Diese E-Mails abbestellen?",
        unsubscribe_question="Sie erhalten dann keine E-Mail mehr, wenn eine Bestellung {group}.",
        unsubscribe="Diese E-Mails abbestellen",
        unsubscribed="Ab jetzt erhalten Sie keine E-Mail mehr, wenn eine Bestellung {group}.",
    ),
)
