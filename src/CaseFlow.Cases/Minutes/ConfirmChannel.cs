using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <param name="Channel">Key of the channel.</param>
/// <param name="Hash">Of the text that stands there: it must be the one that was approved.</param>
/// <param name="Address">Where on the channel's site; empty when it was not said.</param>
public sealed record ChannelConfirmed(Guid MeetingId, string Channel, string Hash, string Address = "");

/// <summary>
/// A channel says that it has the minutes: a person of its side, a program over REST, or its site in the answer to a webhook.
/// While the meeting's process waits for that, the task is completed, by the same rules as on its page; for minutes that were
/// published again after the process has ended, the confirmation is kept by itself.
/// </summary>
public sealed class ConfirmChannel(ProcessStore store, CompleteTask completion, IDbContextFactory<CaseFlowDb> databases, OrganisationSource organisations)
{
    private const string Role = "administration";
    private const string Command = "ConfirmPublication";

    /// <summary>In whose name a channel's own site confirms.</summary>
    public static Actor SiteOf(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new("channel:" + channel.Key, [new(Role, channel.Side)]);
    }

    /// <summary>True for those who answer for the side whose channel it is.</summary>
    public static bool MayConfirm(Actor actor, Channel channel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(channel);
        return actor.Holds(Role, side: channel.Side);
    }

    public async Task<Outcome<MinutesReceipt>> Handle(Actor actor, string? requestId, ChannelConfirmed confirmed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(confirmed);
        if ((await organisations.Current(ct)).Organisation.Channels.FirstOrDefault(c => c.Key == confirmed.Channel) is not { } channel)
            return MinutesRefusals.NoChannel();
        if (!MayConfirm(actor, channel))
            return MinutesRefusals.NotYourChannel();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await PublishMinutes.Standing(db, confirmed.MeetingId, ct) is not { } publication)
            return MinutesRefusals.NotPublished();
        if (!string.Equals(publication.Hash, confirmed.Hash, StringComparison.OrdinalIgnoreCase))
            return MinutesRefusals.OtherText();
        if (await Waiting(db, confirmed.MeetingId, channel.Side, ct) is { } task)
        {
            var done = await completion.Handle(actor, requestId, new(task.Address, task.Version, Answers(confirmed.Address)), ct);
            return done.IsAccepted ? Outcome<MinutesReceipt>.Accepted(new(confirmed.MeetingId, publication.Version, false)) : Outcome<MinutesReceipt>.Refused(done.Refusals);
        }

        return await store.Run<MinutesReceipt>(actor, nameof(ConfirmChannel), requestId, (unit, token) => Keep(unit, confirmed, channel, token), ct);
    }

    private static async Task<Outcome<MinutesReceipt>> Keep(ProcessUnit unit, ChannelConfirmed confirmed, Channel channel, CancellationToken ct)
    {
        if (await PublishMinutes.Standing(unit.Db, confirmed.MeetingId, ct) is not { } publication)
            return MinutesRefusals.NotPublished();
        if (confirmed.Address.Length > ChannelConfirmation.MaxAddress || PersonalNumberGuard.Contains(confirmed.Address))
            return MinutesRefusals.ChannelAddress();
        await PublicationChannels.Confirm(unit, publication, [channel], confirmed.Address, ct);
        return Outcome<MinutesReceipt>.Accepted(new(confirmed.MeetingId, publication.Version, false));
    }

    private static async Task<TaskRow?> Waiting(CaseFlowDb db, Guid meetingId, string side, CancellationToken ct) =>
        await db.Tasks.AsNoTracking().FirstOrDefaultAsync(
            t => t.InstanceId == meetingId && t.EndedAt == null && t.CommandName == Command && t.Candidates.Any(c => c.Side == side), ct);

    private static FormAnswers Answers(string address) => FormAnswers.FromJson(new Dictionary<string, JsonElement>(StringComparer.Ordinal)
    {
        ["publicerad"] = JsonSerializer.SerializeToElement(true),
        ["adress"] = JsonSerializer.SerializeToElement(address),
    });
}
