using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;

namespace CaseFlow.Cases.Tests.Decisions;

/// <summary>Whether a position holds follows from its effect and from what the body above has said since.</summary>
public sealed class PositionValidityTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTimeOffset Taken = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    [TestCase("stannar-i-vvg", null, PositionValidity.Holds)]
    [TestCase("ej-angiven", null, PositionValidity.EffectMissing)]
    [TestCase("rekommenderande", null, PositionValidity.Waits)]
    [TestCase("vagledande", "", PositionValidity.Waits)]
    [TestCase("rekommenderande", "rekommenderar", PositionValidity.Holds)]
    [TestCase("vagledande", "noterar staller-sig-bakom", PositionValidity.Holds)]
    [TestCase("rekommenderande", "noterar", PositionValidity.NotEndorsed)]
    [TestCase("rekommenderande", "tillbaka", PositionValidity.NotEndorsed)]
    [Property("Requirement", "R64")]
    [Property("Requirement", "R79")]
    public void A_guiding_or_recommended_position_holds_only_when_the_body_above_has_endorsed_it(string effect, string? answered, PositionValidity validity)
    {
        EscalationPackage[] packages = answered is null ? [] : [Package(Taken.AddDays(4), answered)];

        Assert.That(PositionRegister.Validity(Rules(), "vvg", Item(effect), packages, isReplaced: false, Today), Is.EqualTo(validity));
    }

    [Test]
    [Property("Requirement", "R79")]
    public void What_was_answered_before_the_position_says_nothing_of_it_and_the_latest_answer_counts()
    {
        Assert.That(PositionRegister.Validity(Rules(), "vvg", Item("vagledande"), [Package(Taken.AddDays(-40), "rekommenderar")], false, Today), Is.EqualTo(PositionValidity.Waits));
        Assert.That(
            PositionRegister.Validity(Rules(), "vvg", Item("vagledande"), [Package(Taken.AddDays(4), "tillbaka"), Package(Taken.AddDays(60), "rekommenderar")], false, Today),
            Is.EqualTo(PositionValidity.Holds));
        Assert.That(PositionRegister.Validity(Rules(), "vvg", Item("stannar-i-vvg"), [], isReplaced: true, Today), Is.EqualTo(PositionValidity.Replaced));
    }

    private static AgendaItem Item(string effect) => new() { Kind = ItemKinds.Position, Title = "Rutin", Effect = effect, ClosedAt = Taken };

    private static EscalationPackage Package(DateTimeOffset received, string clauses) => new()
    {
        Body = "sro",
        ReceivedAt = received,
        Clauses = clauses,
        AnsweredAt = clauses.Length == 0 ? null : received.AddDays(20),
    };

    private static MandateRules Rules()
    {
        var path = Tests.Organisation.Workflows.File("organisation/mandat.yaml");
        return new(MandateReader.Read(path, File.ReadAllText(path)).Model ?? throw new InvalidOperationException("The shipped mandate is read."));
    }
}
