"""What follows from what people agreed to."""

from workbench.study.consent import Answer, Consent, Consents, Refusal, Scope, by_person


def test_nothing_asked_forbids_nothing() -> None:
    one = Consents()
    assert one.refusal is None and one.may_be_analysed
    assert {one.answer(scope) for scope in Scope} == {Answer.NOT_ASKED}


def test_a_no_to_quotes_and_a_withdrawal_refuse() -> None:
    said = by_person({1: "", 2: "2026-03-01", 3: ""}, [
        Consent(1, Scope.QUOTE, Answer.NO), Consent(1, Scope.ANALYSE, Answer.YES), Consent(2, Scope.QUOTE, Answer.YES),
        Consent(3, Scope.ANALYSE, Answer.NO), Consent(3, Scope.QUOTE, Answer.NOT_ASKED),
    ])  # fmt: skip
    assert said[1].refusal is Refusal.NO_QUOTE and said[1].may_be_analysed
    assert said[2].refusal is Refusal.WITHDRAWN and not said[2].may_be_analysed
    assert said[3].refusal is None and not said[3].may_be_analysed
