"""What the attributes of participants are called: the study keeps one name for each, people read their own language."""

import re

from workbench.words import LANGUAGES, chosen

_LABELS: dict[str, tuple[str, str]] = {
    "gender": ("gender", "kjønn"),
    "age": ("age", "alder"),
    "age_band": ("age band", "aldersgruppe"),
    "municipality": ("municipality", "kommune"),
    "municipality_size": ("municipality size", "kommunestørrelse"),
    "city": ("city", "by"),
    "county": ("county", "fylke"),
    "housing": ("housing", "bolig"),
    "lar": ("LAR", "LAR"),
    "recruited_through": ("recruited through", "rekruttert gjennom"),
    "interview_mode": ("interview mode", "intervjuform"),
    "others_present": ("others present", "andre til stede"),
    "marital_status": ("marital status", "sivilstand"),
    "education": ("education", "utdanning"),
    "income": ("income", "inntekt"),
    "occupation": ("occupation", "yrke"),
    "work": ("work", "arbeid"),
    "children": ("children", "barn"),
    "substance": ("substance", "rusmiddel"),
    "country_of_birth": ("country of birth", "fødeland"),
    "role": ("role", "rolle"),
    "service": ("service", "tjeneste"),
    "duration": ("duration", "varighet"),
    "interview_date": ("interview date", "intervjudato"),
    "date": ("date", "dato"),
    "place": ("place", "sted"),
}
_FIELD = re.compile(r"\{(\w+)\}")


def attribute_label(name: str) -> str:
    """Return what an attribute is called on the screen; one that a study made up is shown with its own words."""
    if name in _LABELS:
        return _LABELS[name][LANGUAGES.index(chosen())]
    return name.replace("_", " ")


def attribute_kept(name: str) -> str:
    """Return the name that the study keeps for what a person calls an attribute: `kjønn` becomes `gender`."""
    kept = {words.replace(" ", "_").casefold(): name for name, both in _LABELS.items() for words in both}
    return kept.get(name.replace(" ", "_").casefold(), name)


def template_kept(template: str) -> str:
    """Return an attribution template with the names that the study keeps: `{kjønn}` becomes `{gender}`."""
    return _FIELD.sub(lambda hit: f"{{{attribute_kept(hit[1])}}}", template)


def template_shown(template: str) -> str:
    """Return an attribution template as people read it: `{gender}` becomes `{kjønn}`."""
    return _FIELD.sub(lambda hit: f"{{{attribute_label(hit[1]).replace(' ', '_')}}}", template)


def template_renamed(template: str, name: str, to: str) -> str:
    """Return an attribution template with one attribute's field under another name."""
    return _FIELD.sub(lambda hit: f"{{{to}}}" if hit[1] == name else hit[0], template)
