namespace CaseFlow.Cases.Organisation;

/// <summary>
/// The kinds of rule that C# can carry out, with the settings each reads. Which clause sets a kind in force, from when, for which
/// bodies and sides, is data in the mandate file; a kind named there that is not listed here is refused at deployment, so that no
/// rule is silently left out.
/// </summary>
public static class RuleKinds
{
    /// <summary>A body takes cases only within its scope. <c>body</c>, <c>outcome</c>, <c>field</c>, <c>inside</c>, <c>reason</c>: what is written when it takes one that lies outside.</summary>
    public const string Scope = "scope";

    /// <summary>Through whom a case of one origin comes in. <c>origin</c>, <c>role</c>, <c>sides</c>, <c>needs</c>.</summary>
    public const string Origin = "origin";

    /// <summary>One person for each side, and nobody for both. <c>role</c>, <c>sides</c>.</summary>
    public const string OnePersonPerSide = "one-person-per-side";

    /// <summary>The sides must come to the same answer. <c>sides</c>, <c>compare</c>, <c>separate</c> (each side answers before it sees the other), group <c>needs</c>: outcome to fields.</summary>
    public const string SidesMustAgree = "sides-must-agree";

    /// <summary>An outcome hands the case over and ends a body's handling. <c>outcome</c>, <c>role</c>, <c>leavesBody</c>.</summary>
    public const string HandedOver = "handed-over";

    /// <summary>A body never adopts cases of an outcome. <c>body</c>, <c>outcome</c>, <c>clauses</c>.</summary>
    public const string NeverAdoptedBy = "never-adopted-by";

    /// <summary>A body handles an outcome only in these ways. <c>outcome</c>, <c>body</c>, <c>treatments</c>, <c>returnsTo</c>.</summary>
    public const string TreatmentLimited = "treatment-limited";

    /// <summary>Follow-up has a date. <c>outcome</c>, <c>field</c>.</summary>
    public const string FollowUpDated = "follow-up-dated";

    /// <summary>A treatment needs a proposal, or the reason why there is none. <c>treatment</c>, <c>field</c>, <c>reason</c>.</summary>
    public const string ProposalOrReason = "proposal-or-reason";

    /// <summary>A treatment has a date of follow-up, or the reason why it needs none. <c>treatment</c>, <c>field</c>, <c>reason</c>.</summary>
    public const string FollowUpOrReason = "follow-up-or-reason";

    /// <summary>What is distributed comes to the whole. <c>total</c>, <c>rows</c>: a line for each recipient that ends in an amount.</summary>
    public const string RowsComeToTotal = "rows-come-to-total";

    /// <summary>Without consensus the views are noted. <c>body</c>, <c>field</c>, <c>needs</c>.</summary>
    public const string ConsensusOrViews = "consensus-or-views";

    /// <summary>A position states its effect. <c>effects</c>, <c>missing</c>.</summary>
    public const string EffectStated = "effect-stated";

    /// <summary>A position with such an effect goes on to another body. <c>from</c>, <c>to</c>, <c>effects</c>.</summary>
    public const string EscalateByEffect = "escalate-by-effect";

    /// <summary>One task for each area. <c>roles</c>.</summary>
    public const string OneTaskPerArea = "one-task-per-area";

    /// <summary>Fewest meetings a year. <c>body</c>, <c>perYear</c>, <c>spread</c>.</summary>
    public const string MinimumMeetings = "minimum-meetings";

    /// <summary>Only some roles may do an act. <c>act</c>, <c>roles</c>, <c>deputyOnlyInAbsence</c>, <c>needs</c>.</summary>
    public const string OnlyRoleMay = "only-role-may";

    /// <summary>A body draws up minutes. <c>body</c>, <c>deadline</c>.</summary>
    public const string MinutesRequired = "minutes-required";

    /// <summary>Two signatures, of different sides. <c>first</c>, <c>second</c>, <c>secondSide</c>, <c>present</c>, <c>sameHash</c>.</summary>
    public const string TwoSignatures = "two-signatures";

    /// <summary>Published in all of these channels. <c>channels</c>.</summary>
    public const string PublishedOnAll = "published-on-all";

    /// <summary>What is restricted has a reason.</summary>
    public const string RestrictionNeedsReason = "restriction-needs-reason";

    /// <summary>The administration follows the chair. <c>role</c>.</summary>
    public const string AdministrationFollowsChair = "administration-follows-chair";

    /// <summary>How many seats an owner has. <c>body</c>, <c>owner</c>, <c>seatKind</c>, <c>exactly</c>, <c>atMost</c>, <c>perSide</c>, <c>except</c>, group <c>counts</c>.</summary>
    public const string Seats = "seats";

    /// <summary>Only the owner appoints to its seats. <c>owner</c>.</summary>
    public const string OwnerAppoints = "owner-appoints";

    /// <summary>The chair changes side. <c>sides</c>, <c>period</c>.</summary>
    public const string ChairAlternates = "chair-alternates";

    /// <summary>The vice chair comes from another side than the chair. <c>role</c>.</summary>
    public const string ViceFromOtherSide = "vice-from-other-side";

    /// <summary>Says how the service is built; nothing to carry out.</summary>
    public const string Guidance = "guidance";

    /// <summary>An evaluation is due. <c>months</c>, <c>when</c>.</summary>
    public const string EvaluationAfter = "evaluation-after";

    /// <summary>A clause needs these fields. <c>clause</c>, <c>fields</c>.</summary>
    public const string RequiresFields = "requires-fields";

    /// <summary>A clause points at documents by hash. <c>clauses</c>.</summary>
    public const string DocumentsByHash = "documents-by-hash";

    /// <summary>An amended commission is a version of the same.</summary>
    public const string AmendmentIsVersion = "amendment-is-version";

    /// <summary>Reminders round a report date. <c>remindDaysBefore</c>, <c>remindDaysAfter</c>.</summary>
    public const string ReportDates = "report-dates";

    /// <summary>Feedback has these parts. <c>parts</c>.</summary>
    public const string FeedbackHasFourParts = "feedback-has-four-parts";

    /// <summary>The sides have spoken before a disagreement is lifted.</summary>
    public const string ContactBeforeEscalation = "contact-before-escalation";

    /// <summary>What can be solved below is solved there. <c>field</c>, <c>outcome</c>.</summary>
    public const string Subsidiarity = "subsidiarity";

    /// <summary>The highest share of information in a meeting. <c>threshold</c>.</summary>
    public const string InformationShare = "information-share";

    /// <summary>A sent notice is frozen.</summary>
    public const string FrozenPackage = "frozen-package";

    /// <summary>What was settled without presentation is confirmed by the next meeting. <c>field</c>.</summary>
    public const string ConfirmNextMeeting = "confirm-next-meeting";

    /// <summary>What happens at a meeting is recorded on its day or later.</summary>
    public const string RecordedOnTheDay = "recorded-on-the-day";

    /// <summary>Papers that an item speaks of are attached before the notice. <c>words</c>: the ends of words that point at a paper.</summary>
    public const string PapersAttached = "papers-attached";

    /// <summary>Each item says its purpose and what is expected.</summary>
    public const string PurposeStated = "purpose-stated";

    /// <summary>Which bodies may adopt a kind of matter; others recommend. Group <c>kinds</c>: kind to bodies.</summary>
    public const string AdoptedBy = "adopted-by";

    /// <summary>Each view is disposed of. <c>values</c>.</summary>
    public const string DispositionForEach = "disposition-for-each";

    /// <summary>Other business becomes a candidate case.</summary>
    public const string CandidateCase = "candidate-case";

    /// <summary>No personal identity numbers.</summary>
    public const string NoIdentityNumbers = "no-identity-numbers";

    /// <summary>The origin's role co-prepares. <c>role</c>.</summary>
    public const string OriginCoPrepares = "origin-co-prepares";

    /// <summary>Every kind.</summary>
    public static IReadOnlySet<string> All { get; } = typeof(RuleKinds).GetFields()
        .Where(f => f.IsLiteral)
        .Select(f => (string)f.GetRawConstantValue()!) // every constant here is a text
        .ToHashSet(StringComparer.Ordinal);
}
