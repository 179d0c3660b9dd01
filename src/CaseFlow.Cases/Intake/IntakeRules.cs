using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Intake;

/// <summary>For whom a case is handed in: an area's group, or a side (huvudman). Exactly one of the two.</summary>
public sealed record Origin(string? Area, string? Side)
{
    /// <summary>An area's group assessed the matter as county-wide.</summary>
    public const string AreaCode = "delregional";

    /// <summary>A side defines the matter as county-wide.</summary>
    public const string SideCode = "huvudman";

    /// <summary>The code that clauses and models know the kind of origin by.</summary>
    public string Code => Area is null ? SideCode : AreaCode;
}

/// <summary>Who may hand in what. Pure; which roles and sides, and what an area must state, are settings of the clauses.</summary>
public static class IntakeRules
{
    /// <summary>Checks origin, right and assessment.</summary>
    /// <param name="clauses">The clauses of kind <see cref="RuleKinds.Origin"/> in force today.</param>
    /// <returns>The clause that lets the case in, or why nothing does.</returns>
    public static Outcome<MandateCitation> Check(IEnumerable<MandateCitation> clauses, Actor actor, Origin origin, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(clauses);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(answers);
        if (origin is { Area: null, Side: null } or { Area: not null, Side: not null })
            return IntakeRefusals.OneOrigin();
        if (clauses.FirstOrDefault(c => c.Settings.Text("origin") == origin.Code) is not { } clause)
            return IntakeRefusals.NoWayIn();
        var role = clause.Settings.Text("role") ?? "";
        if (!actor.Holds(role, origin.Side, origin.Area) || (origin.Side is { } side && !clause.Settings.List("sides").Contains(side, StringComparer.Ordinal)))
            return IntakeRefusals.NotForThisOrigin(clause);
        var missing = clause.Settings.List("needs").Where(field => string.IsNullOrWhiteSpace(answers.Text(field))).ToList();
        return missing.Count == 0
            ? Outcome<MandateCitation>.Accepted(clause)
            : Outcome<MandateCitation>.Refused([.. missing.Select(field => IntakeRefusals.AssessmentMissing(clause, field))]);
    }
}
