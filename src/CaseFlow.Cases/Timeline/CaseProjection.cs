using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Timeline;

namespace CaseFlow.Cases.Timeline;

/// <summary>Keeps the derived columns of <see cref="CaseRow"/> in step with the tokens, and tells of a changed status and of the end.</summary>
internal sealed class CaseProjection : ISubjectProjection
{
    public string SubjectKind => "case";

    public async Task Project(ProcessUnit unit, LoadedInstance instance, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(instance);
        var row = await unit.Db.Cases.FindAsync([instance.Id], ct);
        if (row is null)
        {
            return;
        }

        var position = CasePosition.Of(instance.State, instance.Bundle);
        var previous = row.StatusKey;
        row.Number = instance.Number ?? row.Number;
        row.Version = instance.NextVersion;
        row.ChangedAt = unit.Now;
        (row.OwnerText, row.OwnerTextEn) = (position.OwnerText.Sv, position.OwnerText.En);
        row.OwnerRole = position.OwnerRole;
        row.OwnerSide = position.OwnerSide;
        row.OwnerArea = position.OwnerArea;
        (row.NextStep, row.NextStepEn) = (position.NextStep.Sv, position.NextStep.En);
        row.DueAt = position.DueAt;
        row.HasIncident = instance.State.Incidents.Count > 0;
        if (position.Status?.Level is { } level)
            (row.OriginLevel, row.Level) = (row.OriginLevel.Length > 0 ? row.OriginLevel : level, level);
        // An element without a status says nothing: the last one said holds.
        if (position.Status is { } status && status.Key != previous)
        {
            (row.StatusKey, row.StatusSv, row.StatusEn, row.StatusSince) = (status.Key, status.Sv, status.En, unit.Now);
            await CaseStatusPeriods.Begin(unit.Db, row, ct);
            unit.Publish(
                new CaseStatusChanged(row.Id, row.Number ?? "", instance.NextVersion, status.Key, previous.Length == 0 ? null : previous, DayOf(row.DueAt)),
                row.Id);
        }

        if (instance.State.IsEnded && row.ClosedAt is null)
        {
            row.ClosedAt = unit.Now;
            row.Outcome = instance.State.Outcome;
            if (row.StatusSince != unit.Now)
                await CaseStatusPeriods.End(unit.Db, row, unit.Now, ct);
            unit.Publish(new CaseClosed(row.Id, row.Number ?? "", instance.NextVersion, row.Outcome ?? "", unit.Now), row.Id);
        }
    }

    private static DateOnly? DayOf(DateTimeOffset? moment) =>
        moment is { } at ? SwedishDay.Of(at) : null;
}
