using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Webhooks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Minutes;

/// <summary>A meeting's publication, site by site (R140): published is said when both have confirmed.</summary>
public sealed partial class PublicationPage(
    MeetingList meetings, PublishedMinutes published, PublishMinutes publishing, ConfirmChannel confirming, WebhookOutbox outbox, OrganisationSource organisations,
    CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Minutes");

    private Meeting? _meeting;
    private MinutesPublication? _publication;
    private IReadOnlyList<ChannelLine> _lines = [];
    private IReadOnlyList<string> _names = [];
    private bool _mayPublish;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter] public Guid Id { get; set; }

    private string Path => $"/moten/{Id}/publicering";

    private string StatusText => _publication switch
    {
        { WithdrawnAt: not null } => T["public.gone"],
        { PublishedAt: null } => _lines.Any(l => l.Confirmed is not null) ? T["channels.partly"] : T["public.on-its-way"],
        _ => T["public.published"],
    };

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        _meeting = (await meetings.Find(Id, ct))?.Meeting;
        var found = await published.Of(Id, ct);
        if (_meeting is null || found.Publication is not { } publication)
        {
            navigation.NotFound();
            return;
        }

        (_publication, _names, _mayPublish) = (publication, found.Names, PublishMinutes.MayWithdraw(actor));
        if (await organisations.Find(ct) is not { } deployed)
            return;
        var sent = (await outbox.OfMeeting(Id, ct)).ToLookup(s => s.Channel, s => s.Delivery, StringComparer.Ordinal);
        _lines = [.. deployed.Organisation.Channels.Select(c => new ChannelLine(
            c, found.Channels.FirstOrDefault(f => f.Channel == c.Key && f.Hash == publication.Hash), [.. sent[c.Key]], ConfirmChannel.MayConfirm(actor, c)))];
    }

    private async Task Confirm(Channel channel, FormPost post) => Finish(await confirming.Handle(
        await actors.Get(Http.RequestAborted), post.RequestId, new(Id, channel.Key, _publication?.Hash ?? "", post["adress"]), Http.RequestAborted));

    private async Task SendAgain(Guid delivery) => Finish(await outbox.SendAgain(await actors.Get(Http.RequestAborted), delivery, Http.RequestAborted));

    private async Task Republish(FormPost post) =>
        Finish(await publishing.Republish(await actors.Get(Http.RequestAborted), post.RequestId, Id, post.IsTicked("namn"), Http.RequestAborted));

    private void Finish<T1>(Outcome<T1> outcome)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo(Path);
        else
            state.Refuse(outcome.Refusals);
    }

    private sealed record ChannelLine(Channel Channel, ChannelConfirmation? Confirmed, IReadOnlyList<ListedDelivery> Deliveries, bool MayConfirm);
}
