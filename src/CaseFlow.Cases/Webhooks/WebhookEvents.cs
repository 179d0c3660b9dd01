using CaseFlow.Contracts;
using CaseFlow.Contracts.Decisions;
using CaseFlow.Contracts.Escalation;
using CaseFlow.Contracts.Intake;
using CaseFlow.Contracts.Meetings;
using CaseFlow.Contracts.Minutes;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Contracts.Timeline;

namespace CaseFlow.Cases.Webhooks;

/// <summary>The events that other systems can have sent to them: what happens to cases, meetings and minutes. What concerns CaseFlow's own tasks and letters stays inside.</summary>
public static class WebhookEvents
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(CaseReceived), typeof(CaseWithdrawn), typeof(CaseSorted), typeof(CaseStatusChanged), typeof(CaseClosed),
        typeof(MeetingPlanned), typeof(MeetingMoved), typeof(MeetingCancelled), typeof(MeetingSummoned), typeof(MeetingItemDecided),
        typeof(MinutesReleased), typeof(MinutesPublished), typeof(MinutesWithdrawn),
        typeof(EscalationReceived), typeof(EscalationAnswered),
    ];

    /// <summary>Their CloudEvents types.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Types.Select(t => ContractMap.All[t])];

    /// <summary>What a channel's site gets.</summary>
    public static IReadOnlyList<string> OfChannels { get; } = [ContractMap.All[typeof(MinutesReleased)], ContractMap.All[typeof(MinutesWithdrawn)]];
}
