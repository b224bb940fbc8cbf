"""Sessions and speakers from the command line."""

from cli_study import Run


def test_sessions(on: Run) -> None:
    assert on("sessions", "list").out.startswith("There are no sessions yet")
    facts = ("--held", "31.3.2026", "--mode", "in-person", "--place", "home", "--minutes", "50", "--state", "held")
    ran = on("sessions", "add", "Samtale 1", *facts, "--participant", "P01", "--transcript", "P01", "--json")
    assert [act["text"] for act in ran.json["acts"]] == ["Added the session «Samtale 1»."]
    ran = on("sessions", "link", "samtale 1", "--participant", "P02", "--transcript", "P02")
    assert ran.out == "Linked P02, P02 to the session «Samtale 1».\n"
    (one,) = on("sessions", "list", "--json").json
    assert (one["held"], one["mode"], one["place"], one["minutes"], one["state"]) == (
        "2026-03-31", "in person", "home", 50, "held",
    )  # fmt: skip
    assert (one["participants"], one["transcripts"]) == (["P01", "P02"], ["P01", "P02"])
    assert "Samtale 1  2026-03-31  in person  at home" in on("sessions", "list").out
    assert on("sessions", "set", "Samtale 1", "--present", "tolk", "--rename", "Første samtale").code == 0
    assert on("undo").code == 0
    assert on("sessions", "list", "--json").json == [one]
    assert on("sessions", "unlink", "Samtale 1", "--participant", "P02").code == 0
    assert on("sessions", "list", "--json").json[0]["participants"] == ["P01"]
    assert on("sessions", "set", "Samtale 1").code == on("sessions", "link", "Samtale 1").code == 2
    assert on("sessions", "set", "Samtale 9", "--minutes", "5").code == 1
    # What cannot be linked leaves no session behind.
    assert on("sessions", "add", "Samtale 2", "--participant", "P09").code == 1
    assert len(on("sessions", "list", "--json").json) == 1
    assert on("sessions", "remove", "Samtale 1").code == 0 and on("sessions", "list", "--json").json == []


def test_speakers(on: Run) -> None:
    listed = on("speakers", "list", "P01", "--json").json
    assert [(one["label"], one["role"], one["participant"], one["turns"]) for one in listed] == [
        ("Intervjuer", "interviewer", None, 2), ("P01", "participant", "P01", 2),
    ]  # fmt: skip
    assert len(on("speakers", "list", "--json").json) == 4
    assert on("speakers", "set", "P01", "p01", "--participant", "P11").code == 1
    ran = on("speakers", "set", "P01", "p01", "--participant", "P11", "--add")
    assert ran.out == "Said who speaks in P01: P11.\n"
    assert {one["participant"] for one in on("codings", "P01", "--json").json} == {"P11"}
    assert on("speakers", "set", "P01", "Intervjuer", "--role", "other").out == "Said who speaks in P01: other.\n"
    assert "Intervjuer  other" in on("speakers", "list", "P01").out
    assert on("undo", "--count", "2").code == 0
    assert on("speakers", "list", "P01", "--json").json == listed
    assert on("speakers", "set", "P01", "Intervjuer").code == 2
