using System.Globalization;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Timeline;

/// <summary>Turns facts, in their order, into entries that people read.</summary>
internal sealed class TimelineReader(ModelBundle bundle, string processId)
{
    private readonly Dictionary<long, ElementModel?> _elements = [];
    private readonly Dictionary<long, string?> _for = [];
    private readonly List<TimelineEntry> _entries = [];
    private string? _statusKey;
    private string? _level;

    public IReadOnlyList<TimelineEntry> Entries => _entries;

    public void Read(FactRow row, Fact fact)
    {
        switch (fact)
        {
            case InstanceStarted:
                Add(row, TimelineKind.Started, null, 0);
                break;
            case ElementEntered entered:
                Enter(row, entered);
                break;
            case UserTaskOpened opened:
                _for[opened.Key] = For(opened.Assignment.Candidates);
                Add(row, TimelineKind.TaskOpened, Element(opened.Key, opened.ElementId), opened.Key);
                break;
            case UserTaskDone done:
                Add(row, TimelineKind.TaskDone, Element(done.Key, done.ElementId), done.Key);
                break;
            case UserTaskWithdrawn withdrawn:
                Add(row, TimelineKind.TaskWithdrawn, Element(withdrawn.Key, withdrawn.ElementId), withdrawn.Key);
                break;
            case MessageReceived received:
                Add(row, TimelineKind.MessageReceived, Anywhere(received.ElementId), 0, received.MessageName);
                break;
            case TimerFired fired:
                Add(row, TimelineKind.TimerFired, Anywhere(fired.ElementId), 0);
                break;
            case DecisionEvaluated decision:
                var rules = string.Join(',', decision.MatchedRules.Select(n => n.ToString(CultureInfo.InvariantCulture)));
                Add(row, TimelineKind.Decision, Anywhere(decision.ElementId), 0, $"{decision.DecisionId}:{rules}");
                break;
            case IncidentRaised raised:
                Add(row, TimelineKind.IncidentRaised, Element(raised.ElementKey, raised.ElementId), raised.Key, raised.Code);
                break;
            case IncidentResolved resolved:
                Add(row, TimelineKind.IncidentResolved, Anywhere(resolved.ElementId), resolved.Key);
                break;
            case InstanceEnded ended:
                Add(row, TimelineKind.Ended, ended.EndElementId is null ? null : Anywhere(ended.EndElementId), 0, ended.Outcome);
                break;
        }
    }

    private void Enter(FactRow row, ElementEntered entered)
    {
        var scope = entered.ScopeKey == 0 ? null : _elements.GetValueOrDefault(entered.ScopeKey);
        var element = entered.ScopeKey != 0 && scope is null ? null : ElementPath.Inside(bundle, processId, scope, entered.ElementId);
        _elements[entered.Key] = element;
        if (element?.Status?.Level is { } level && level != _level)
        {
            _level = level;
            Add(row, TimelineKind.LevelChanged, element, 0, level);
        }

        if (element?.Status is { } status && status.Key != _statusKey)
        {
            _statusKey = status.Key;
            Add(row, TimelineKind.StatusChanged, element, 0, status: status);
        }
    }

    // The narrowest that all who may do it have in common.
    private static string? For(IReadOnlyList<TaskCandidate> candidates) =>
        Common(candidates.Select(c => c.Area)) ?? Common(candidates.Select(c => c.Side));

    private static string? Common(IEnumerable<string?> keys) => keys.Distinct().Take(2).ToList() is [{ } one] ? one : null;

    private ElementModel? Element(long key, string elementId) => _elements.GetValueOrDefault(key) ?? Anywhere(elementId);

    // Some facts carry the id alone; the instance's own process is looked in first.
    private ElementModel? Anywhere(string elementId) =>
        bundle.FindProcess(processId)?.FindElement(elementId)
        ?? bundle.Processes.Select(p => p.FindElement(elementId)).FirstOrDefault(e => e is not null);

    private void Add(FactRow row, TimelineKind kind, ElementModel? element, long key, string? detail = null, PublicStatus? status = null) =>
        _entries.Add(new(
            row.Sequence, row.At, row.Actor, kind, element?.Process.Id, element?.Id, element?.Called(), key,
            status?.Key, status is null ? null : new BilingualText(status.Sv, status.En), element?.Requires ?? [], detail, _for.GetValueOrDefault(key)));
}
