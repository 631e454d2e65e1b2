"""Every language in which a customer who asked for something is written to."""

from collections.abc import Mapping

from partscounter.domain.notifications.languages.lead_wording import LeadWording

_NBSP = "\N{NO-BREAK SPACE}"

ENGLISH = LeadWording(
    language="en",
    colon=": ",
    subject="{headline}: {title}",
    request="We are looking for your part",
    request_text="Your request has reached us. As soon as something comes in that fits, we write to you.",
    inquiry="We have your question",
    inquiry_text="Your question has reached us. The seller will get back to you.",
    part_type="Part",
    make="Make",
    model="Model",
    year="Year",
    item_number="Item number",
    seller="Seller",
    found="What you are waiting for has come in",
    found_text="You asked us for: {title}. This has come in and can be bought now:",
    more="And {count} more.",
    end="I am no longer waiting for this",
    end_title="Stop waiting?",
    end_question="You would no longer be written to about: {title}.",
    end_button="Stop waiting",
    ended="From now on you are not written to about: {title}.",
)

FRENCH = LeadWording(
    language="fr",
    colon=f"{_NBSP}: ",
    subject=f"{{headline}}{_NBSP}: {{title}}",
    request="Nous cherchons votre pièce",
    request_text="Votre demande nous est parvenue. Dès qu'une pièce qui convient arrive, nous vous écrivons.",
    inquiry="Nous avons reçu votre question",
    inquiry_text="Votre question nous est parvenue. Le vendeur vous répondra.",
    part_type="Pièce",
    make="Marque",
    model="Modèle",
    year="Année",
    item_number="Numéro d'article",
    seller="Vendeur",
    found="Ce que vous attendez est arrivé",
    found_text=f"Vous nous avez demandé{_NBSP}: {{title}}. Ceci est arrivé et peut être acheté maintenant{_NBSP}:",
    more="Et {count} de plus.",
    end="Je n'attends plus cette pièce",
    end_title=f"Ne plus attendre{_NBSP}?",
    end_question=f"Vous ne recevriez plus d'e-mail au sujet de{_NBSP}: {{title}}.",
    end_button="Ne plus attendre",
    ended=f"Désormais vous ne recevez plus d'e-mail au sujet de{_NBSP}: {{title}}.",
)

GERMAN = LeadWording(
    language="de",
    colon=": ",
    subject="{headline}: {title}",
    request="Wir suchen Ihr Teil",
    request_text="Ihre Anfrage ist bei uns eingegangen. Sobald etwas Passendes hereinkommt, schreiben wir Ihnen.",
    inquiry="Wir haben Ihre Frage erhalten",
    inquiry_text="Ihre Frage ist bei uns eingegangen. Der Verkäufer meldet sich bei Ihnen.",
    part_type="Teil",
    make="Marke",
    model="Modell",
    year="Baujahr",
    item_number="Artikelnummer",
    seller="Verkäufer",
    found="Worauf Sie warten, ist eingetroffen",
    found_text="Sie haben uns gefragt nach: {title}. Das ist eingetroffen und kann jetzt gekauft werden:",
    more="Und {count} weitere.",
    end="Ich warte nicht mehr darauf",
    end_title="Nicht mehr warten?",
    end_question="Sie würden keine E-Mail mehr erhalten zu: {title}.",
    end_button="Nicht mehr warten",
    ended="Ab jetzt erhalten Sie keine E-Mail mehr zu: {title}.",
)

SPANISH = LeadWording(
    language="es",
    colon=": ",
    subject="{headline}: {title}",
    request="Estamos buscando su pieza",
    request_text="Hemos recibido su solicitud. En cuanto llegue algo adecuado, le escribimos.",
    inquiry="Hemos recibido su pregunta",
    inquiry_text="Hemos recibido su pregunta. El vendedor le responderá.",
    part_type="Pieza",
    make="Marca",
    model="Modelo",
    year="Año",
    item_number="Número de artículo",
    seller="Vendedor",
    found="Ha llegado lo que espera",
    found_text="Usted nos pidió: {title}. Esto ha llegado y ya se puede comprar:",
    more="Y {count} más.",
    end="Ya no espero esta pieza",
    end_title="¿Dejar de esperar?",
    end_question="Ya no recibiría correos sobre: {title}.",
    end_button="Dejar de esperar",
    ended="Desde ahora no recibe correos sobre: {title}.",
)

LEAD_WORDINGS: Mapping[str, LeadWording] = {each.language: each for each in (ENGLISH, FRENCH, GERMAN, SPANISH)}
"""By two letters."""


def lead_wording_in(language: str) -> LeadWording:
    """The wording of `language`, which may name a region (`fr-CA`); English for one that is not here."""
    return LEAD_WORDINGS.get(language[:2].lower(), ENGLISH)
