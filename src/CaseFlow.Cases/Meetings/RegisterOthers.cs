using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Records those who are at a meeting without a seat in the body (R109), one at a time; two who record at once do not meet.</summary>
public sealed class RegisterOthers(ProcessStore store)
{
    /// <summary>What somebody without a seat can be there as: a seat kind that does not decide, or a guest.</summary>
    public static IReadOnlyList<string> Categories(OrganisationModel organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return [.. organisation.SeatKinds.Where(k => !k.Decides).Select(k => k.Key), AlsoPresent.Guest];
    }

    /// <param name="category">One of <see cref="Categories"/>.</param>
    /// <param name="person">Name or role.</param>
    /// <param name="from">Title, organisation or subject.</param>
    /// <returns>The id of what was recorded.</returns>
    public Task<Outcome<AlsoPresentReceipt>> Add(Actor actor, string? requestId, Guid meetingId, string category, string person, string from, CancellationToken ct) =>
        store.Run<AlsoPresentReceipt>(actor, "AddAlsoPresent", requestId, async (unit, token) =>
        {
            var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), token);
            if (!access.IsAccepted)
                return Outcome<AlsoPresentReceipt>.Refused(access.Refusals);
            if (!Categories((await unit.Organisation(token)).Organisation).Contains(category, StringComparer.Ordinal))
                return MeetingRefusals.Category();
            if (string.IsNullOrWhiteSpace(person))
                return MeetingRefusals.PersonMissing();
            if (MeetingRules.Text(person, "person", MeetingRules.MaxPerson) is { } name)
                return name;
            if (MeetingRules.Text(from, "fran", MeetingRules.MaxSubstitute) is { } place)
                return place;
            var row = new AlsoPresent
            {
                Id = unit.Ids.Next(),
                MeetingId = meetingId,
                Category = category,
                Person = person.Trim(),
                From = from.Trim(),
                RecordedBy = unit.Actor.AccountId,
                RecordedAt = unit.Now,
            };
            unit.Db.Add(row);
            return Outcome<AlsoPresentReceipt>.Accepted(new(row.Id));
        }, ct);

    /// <summary>Takes somebody away who was recorded by mistake; gone already is as good.</summary>
    public Task<Outcome<AlsoPresentReceipt>> Remove(Actor actor, string? requestId, Guid meetingId, Guid id, CancellationToken ct) =>
        store.Run<AlsoPresentReceipt>(actor, "RemoveAlsoPresent", requestId, async (unit, token) =>
        {
            var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), token);
            if (!access.IsAccepted)
                return Outcome<AlsoPresentReceipt>.Refused(access.Refusals);
            if (await unit.Db.Set<AlsoPresent>().FirstOrDefaultAsync(a => a.Id == id && a.MeetingId == meetingId, token) is { } row)
                unit.Db.Remove(row);
            return Outcome<AlsoPresentReceipt>.Accepted(new(id));
        }, ct);
}

/// <param name="Id">Of the row.</param>
public sealed record AlsoPresentReceipt(Guid Id);
