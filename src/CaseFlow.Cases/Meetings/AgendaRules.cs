using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Meetings;

/// <summary>What a case may be on a body's agenda. Pure; asked on every road that puts an item there or changes it.</summary>
public static class AgendaRules
{
    /// <summary>What a party took over is no longer the body's (R44).</summary>
    /// <param name="outcome">How the case was sorted; null for an item without a case.</param>
    public static Refusal? CheckBody(MandateRules rules, DateOnly today, string body, string? outcome)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return outcome is not null && rules.For(RuleKinds.HandedOver, today, ("outcome", outcome), ("leavesBody", body)) is { Refuses: true } clause
            ? MeetingRefusals.HandedOver(clause)
            : null;
    }

    /// <summary>Some outcomes a body may treat in some ways only (R47).</summary>
    /// <param name="kind">One or several of <see cref="ItemKinds"/>, with spaces between.</param>
    /// <param name="field">The field in which the kind was chosen.</param>
    /// <inheritdoc cref="CheckBody" path="/param[@name='outcome']"/>
    public static Refusal? CheckTreatment(MandateRules rules, DateOnly today, string? outcome, string kind, string field)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return outcome is not null
            && rules.For(RuleKinds.TreatmentLimited, today, ("outcome", outcome)) is { Refuses: true } clause
            && kind.Split(' ').Except(clause.Settings.List("treatments"), StringComparer.Ordinal).Any()
            ? MeetingRefusals.Treatment(clause, field)
            : null;
    }
}
