using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>How far the publication of a meeting's minutes has come.</summary>
/// <param name="Publication">The one that stands, else the one that was withdrawn last; null when there is none.</param>
/// <param name="Names">Names of persons in the text that is to be approved; empty once it is.</param>
public sealed record PublicationState(MinutesPublication? Publication, IReadOnlyList<ChannelConfirmation> Channels, IReadOnlyList<string> Names);

/// <summary>Reads published minutes: for everybody, without sign-in (R141).</summary>
public sealed class PublishedMinutes(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>By the address; one that was withdrawn too, so that the page can say so.</summary>
    public async Task<MinutesPublication?> Find(string body, DateOnly date, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<MinutesPublication>().AsNoTracking().Where(p => p.Body == body && p.Date == date).ToListAsync(ct);
        return found.OrderBy(p => p.WithdrawnAt is null).ThenBy(p => p.ApprovedAt).LastOrDefault();
    }

    /// <summary>Those that stand, the latest meeting first.</summary>
    public async Task<IReadOnlyList<MinutesPublication>> Newest(int take, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<MinutesPublication>().AsNoTracking().Where(p => p.WithdrawnAt == null).OrderByDescending(p => p.Date).ThenBy(p => p.Body).Take(take).ToListAsync(ct);
    }

    /// <summary>For those who publish.</summary>
    public async Task<PublicationState> Of(Guid meetingId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await db.Set<MinutesPublication>().AsNoTracking().Where(p => p.MeetingId == meetingId).ToListAsync(ct);
        var publication = all.OrderBy(p => p.WithdrawnAt is null).ThenBy(p => p.ApprovedAt).LastOrDefault();
        var channels = await db.Set<ChannelConfirmation>().AsNoTracking().Where(c => c.MeetingId == meetingId).OrderBy(c => c.Channel).ToListAsync(ct);
        var isToApprove = publication is null or { WithdrawnAt: not null };
        var text = isToApprove ? (await SaveMinutes.Last(db, meetingId, ct))?.Text ?? "" : "";
        return new(publication, channels, text.Length > 0 ? await PublishMinutes.NamesIn(db, text, ct) : []);
    }
}
