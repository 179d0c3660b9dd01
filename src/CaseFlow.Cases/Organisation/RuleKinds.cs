namespace CaseFlow.Cases.Organisation;

/// <summary>
/// The kinds of rule that C# can carry out. Which clause sets a kind in force, from when, for which bodies and sides, is data
/// in the mandate file; a kind named there that is not listed here is refused at deployment, so that no rule is silently left out.
/// </summary>
public static class RuleKinds
{
    /// <summary>An area's case carries the area's recorded assessment of it.</summary>
    public const string AreaAssessment = "omradets-bedomning";

    /// <summary>A case from a side comes in only through the roles that speak for the side.</summary>
    public const string OriginThroughSide = "ursprung-via-sida";

    /// <summary>One responsible preparer from each side, two persons.</summary>
    public const string PreparingPair = "berednings-par";

    /// <summary>Two sides must come to the same outcome, each by its own person.</summary>
    public const string SidesAgree = "sidor-eniga";

    /// <summary>A question between parties leaves the body.</summary>
    public const string PartyQuestionLeaves = "partsfraga-lamnar";

    /// <summary>The outcome that puts a case before a body needs its kind stated.</summary>
    public const string BodyOutcomeComplete = "utfall-komplett";

    /// <summary>A body may not adopt documents of these kinds.</summary>
    public const string NotAdoptedByBody = "antas-inte-av-organ";

    /// <summary>A stand to be taken has a proposal, or a reason why it has none.</summary>
    public const string ProposalExpected = "forslag-vantas";

    /// <summary>A stand without consensus records the divergent views and the next step.</summary>
    public const string Consensus = "konsensus";

    /// <summary>A stand states its effect.</summary>
    public const string EffectStated = "verkan-anges";

    /// <summary>A stand with one of these effects goes on to another body before it applies.</summary>
    public const string EscalationByEffect = "lyfts-vid-verkan";

    /// <summary>Minutes are signed by the chair and a member of another side.</summary>
    public const string SignedByBothSides = "undertecknas-av-bada";

    /// <summary>Minutes are published in each side's channel.</summary>
    public const string PublishedByBothSides = "publiceras-av-bada";

    /// <summary>Fewest meetings a year.</summary>
    public const string MeetingsPerYear = "moten-per-ar";

    /// <summary>Only the chair calls extra meetings.</summary>
    public const string ExtraMeetingByChair = "extra-mote-av-ordforande";

    /// <summary>Only the owner of a seat appoints to it.</summary>
    public const string OwnerAppoints = "agaren-utser";

    /// <summary>Each side appoints its own preparers.</summary>
    public const string SideAppointsPreparer = "sidan-utser-beredare";

    /// <summary>How many seats an owner has.</summary>
    public const string SeatCount = "antal-platser";

    /// <summary>The chair changes side every year.</summary>
    public const string ChairAlternates = "ordforandeskap-vaxlar";

    /// <summary>The vice chair comes from another side than the chair.</summary>
    public const string ViceChairFromOtherSide = "vice-fran-annan-sida";

    /// <summary>The administration follows the chair.</summary>
    public const string AdministrationFollowsChair = "administration-foljer-ordforande";

    /// <summary>Stands taken are spread and anchored in every area.</summary>
    public const string SpreadInAreas = "sprids-i-omraden";

    /// <summary>A case is followed up before it closes.</summary>
    public const string FollowedUp = "foljs-upp";

    /// <summary>A disagreement goes to named roles after a number of working days.</summary>
    public const string DisagreementGoesTo = "oenighet-avgors-av";

    /// <summary>Every kind, for the reader and the test that each is used.</summary>
    public static IReadOnlySet<string> All { get; } = typeof(RuleKinds).GetFields()
        .Where(f => f.IsLiteral)
        .Select(f => (string)f.GetRawConstantValue()!) // every constant here is a text
        .ToHashSet(StringComparer.Ordinal);
}
