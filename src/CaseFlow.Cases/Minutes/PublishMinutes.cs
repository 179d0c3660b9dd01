using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Minutes;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>
/// Approves signed minutes for publication: from then on they are read without sign-in, and the channels fetch them. A personal
/// number is refused; names from the register of seats are published only when whoever approves has confirmed them.
/// </summary>
public sealed class PublishMinutes(ProcessStore store)
{
    private static readonly string[] PublishingCommands = ["ConfirmPublication"];
    private static readonly string[] Withdrawers = ["ordforande", "vice-ordforande", "administration"];

    public static bool MayWithdraw(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Array.Exists(Withdrawers, role => actor.Holds(role));
    }

    /// <param name="areNamesApproved">Whoever approves has seen the names in the text and answers for them.</param>
    public Task<Outcome<MinutesReceipt>> Approve(Actor actor, string? requestId, Guid meetingId, bool areNamesApproved, CancellationToken ct) =>
        store.Run<MinutesReceipt>(actor, "ApprovePublication", requestId, async (unit, token) =>
        {
            var access = await MeetingAccess.Of(unit, meetingId, PublishingCommands, MinutesRefusals.NotSigned(), token);
            if (!access.IsAccepted)
                return Outcome<MinutesReceipt>.Refused(access.Refusals);
            var published = await Ensure(unit, meetingId, access.Value.Instance.NextVersion, areNamesApproved, token);
            return published.IsAccepted
                ? Outcome<MinutesReceipt>.Accepted(new(meetingId, published.Value.Version, false))
                : Outcome<MinutesReceipt>.Refused(published.Refusals);
        }, ct);

    /// <summary>Publishes again what was taken away: the same signed text, approved anew and confirmed anew by every channel.</summary>
    /// <inheritdoc cref="Approve" path="/param"/>
    public Task<Outcome<MinutesReceipt>> Republish(Actor actor, string? requestId, Guid meetingId, bool areNamesApproved, CancellationToken ct) =>
        store.Run<MinutesReceipt>(actor, "RepublishMinutes", requestId, async (unit, token) =>
        {
            if (!MayWithdraw(actor))
                return MeetingRefusals.NotYours();
            if (await Standing(unit.Db, meetingId, token) is not null)
                return MinutesRefusals.PublishedAlready();
            if (!await unit.Db.Set<MinutesPublication>().AnyAsync(p => p.MeetingId == meetingId, token) || await unit.Db.Set<Meeting>().FindAsync([meetingId], token) is not { } meeting)
                return MinutesRefusals.NotPublished();
            var published = await Ensure(unit, meetingId, meeting.Version, areNamesApproved, token);
            return published.IsAccepted
                ? Outcome<MinutesReceipt>.Accepted(new(meetingId, published.Value.Version, false))
                : Outcome<MinutesReceipt>.Refused(published.Refusals);
        }, ct);

    /// <summary>Takes the public page away (avpublicerar). The reason stands where the page was.</summary>
    public Task<Outcome<MinutesReceipt>> Withdraw(Actor actor, string? requestId, Guid meetingId, string reason, CancellationToken ct) =>
        store.Run<MinutesReceipt>(actor, "WithdrawPublication", requestId, async (unit, token) =>
        {
            if (!MayWithdraw(actor))
                return MeetingRefusals.NotYours();
            if (await Standing(unit.Db, meetingId, token) is not { } publication)
                return MinutesRefusals.NotPublished();
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > 1000)
                return MinutesRefusals.ReasonMissing();
            if (PersonalNumberGuard.Check(reason, "skal") is { } personal)
                return personal;
            (publication.WithdrawnAt, publication.WithdrawnBy, publication.WithdrawnReason) = (unit.Now, actor.AccountId, reason.Trim());
            // What the channels confirmed holds no longer: they are told, and confirm anew when it is published again.
            unit.Db.RemoveRange(await unit.Db.Set<ChannelConfirmation>().Where(c => c.MeetingId == meetingId && c.Hash == publication.Hash).ToListAsync(token));
            if (await unit.Db.Set<Meeting>().FindAsync([meetingId], token) is { } meeting)
                unit.Publish(new MinutesWithdrawn(meetingId, meeting.Number, meeting.Version, meeting.Body, publication.Id, publication.Hash, unit.Now), meetingId);
            unit.Db.Add(new SecurityEvent
            {
                Id = unit.Ids.Next(),
                At = unit.Now,
                AccountId = actor.AccountId,
                UseCase = "WithdrawPublication",
                Code = "minutes.withdrawn",
                Target = meetingId.ToString(),
            });
            return Outcome<MinutesReceipt>.Accepted(new(meetingId, publication.Version, false));
        }, ct);

    internal static Task<MinutesPublication?> Standing(CaseFlowDb db, Guid meetingId, CancellationToken ct) =>
        db.Set<MinutesPublication>().FirstOrDefaultAsync(p => p.MeetingId == meetingId && p.WithdrawnAt == null, ct);

    /// <summary>The publication that stands, or a new one when the text may be published.</summary>
    internal static async Task<Outcome<MinutesPublication>> Ensure(ProcessUnit unit, Guid meetingId, long version, bool areNamesApproved, CancellationToken ct)
    {
        if (await Standing(unit.Db, meetingId, ct) is { } standing)
            return Outcome<MinutesPublication>.Accepted(standing);
        if (await SaveMinutes.Last(unit.Db, meetingId, ct) is not { } minutes || await unit.Db.Set<Meeting>().FindAsync([meetingId], ct) is not { } meeting)
            return MinutesRefusals.NotSigned();
        if (PersonalNumberGuard.Contains(minutes.Text))
            return MinutesRefusals.PersonalNumber();
        var names = await NamesIn(unit.Db, minutes.Text, ct);
        if (names.Count > 0 && !areNamesApproved)
            return MinutesRefusals.Names(names.Count);
        var publication = new MinutesPublication
        {
            Id = unit.Ids.Next(),
            MeetingId = meetingId,
            Body = meeting.Body,
            Date = meeting.Date,
            Version = minutes.Version,
            Title = MinutesTitle.Of((await unit.Organisation(ct)).Organisation, meeting),
            Text = minutes.Text,
            Hash = minutes.Hash,
            ApprovedBy = unit.Actor.AccountId,
            ApprovedAt = unit.Now,
            ApprovedNames = names.Count,
        };
        unit.Db.Add(publication);
        unit.Publish(new MinutesReleased(meetingId, meeting.Number, version, meeting.Body, publication.Id, publication.Hash, unit.Now), meetingId);
        return Outcome<MinutesPublication>.Accepted(publication);
    }

    /// <summary>Names of persons from the register of seats that stand in the text.</summary>
    internal static async Task<IReadOnlyList<string>> NamesIn(CaseFlowDb db, string text, CancellationToken ct)
    {
        var known = await db.Set<SeatHolder>().Select(h => h.PersonName).Distinct().ToListAsync(ct);
        return [.. known.Where(name => IsIn(name, text)).Order(StringComparer.Ordinal)];
    }

    // Whole words: a name that is the beginning of another word is not that person.
    private static bool IsIn(string name, string text)
    {
        if (name.Trim().Length < 3)
            return false;
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]) || text[end] == 's'))
                return true;
        }

        return false;
    }
}
