using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Minutes;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>Keeps which channels have confirmed, and says published when every channel that the mandate names has (R140).</summary>
internal static class PublicationChannels
{
    public static async Task Confirm(ProcessUnit unit, MinutesPublication publication, IReadOnlyList<Channel> channels, string address, CancellationToken ct)
    {
        var confirmed = await unit.Db.Set<ChannelConfirmation>().Where(c => c.MeetingId == publication.MeetingId && c.Hash == publication.Hash).Select(c => c.Channel).ToListAsync(ct);
        foreach (var channel in channels.Where(c => !confirmed.Contains(c.Key)).ToList())
        {
            unit.Db.Add(new ChannelConfirmation
            {
                MeetingId = publication.MeetingId,
                Channel = channel.Key,
                Hash = publication.Hash,
                Address = address,
                ConfirmedBy = unit.Actor.AccountId,
                ConfirmedAt = unit.Now,
            });
            confirmed.Add(channel.Key);
        }

        var deployed = await unit.Organisation(ct);
        var wanted = deployed.Rules.For(RuleKinds.PublishedOnAll, unit.Today)?.Settings.List("channels") ?? [];
        if (publication.PublishedAt is not null || !wanted.All(confirmed.Contains))
            return;
        publication.PublishedAt = unit.Now;
        if (await unit.Db.Set<Meetings.Meeting>().FindAsync([publication.MeetingId], ct) is { } meeting)
            unit.Publish(new MinutesPublished(meeting.Id, meeting.Number, meeting.Version, meeting.Body, publication.Id, publication.Hash, unit.Now), meeting.Id);
    }
}
