using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Webhooks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Operations;

/// <summary>Receivers of events: the channels' sites and other systems, with their secrets and what was sent to them.</summary>
public sealed partial class WebhookPage(
    EditWebhooks editing, WebhookOutbox outbox, OrganisationSource organisations, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Operations");

    private IReadOnlyList<ListedWebhook> _endpoints = [];
    private IReadOnlyList<ListedDelivery> _deliveries = [];
    private IReadOnlyList<Choice> _channels = [];
    private Refusal? _refusal;
    private string? _secret;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>What was just done; names a text.</summary>
    [SupplyParameterFromQuery(Name = "klart")] private string? Done { get; set; }

    private static IReadOnlyList<Choice> EventChoices => [.. WebhookEvents.Names.Select(e => new Choice(e, e))];

    protected override Task OnInitializedAsync() => Load();

    private async Task Load()
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        var endpoints = await outbox.Endpoints(actor, ct);
        if (!endpoints.IsAccepted)
        {
            _refusal = endpoints.Refusals[0];
            return;
        }

        _endpoints = endpoints.Value;
        _deliveries = (await outbox.Deliveries(actor, ct)).Value;
        if (await organisations.Find(ct) is { } deployed)
            _channels = [.. deployed.Organisation.Channels.Select(c => new Choice(c.Key, c.Name.Current))];
    }

    private string ChannelName(string key) => _channels.FirstOrDefault(c => c.Value == key)?.Text ?? key;

    // A secret is in this answer alone: a redirect would have to keep it somewhere.
    private async Task Add(FormPost post) => await Show(await editing.Add(
        await actors.Get(Http.RequestAborted), post.RequestId,
        new(post["name"], post["url"], post.Optional("channel"), [.. post.All("events").OfType<string>()]), Http.RequestAborted));

    private async Task Change(FormPost post)
    {
        var chosen = ChosenRow.Of(post);
        var (actor, ct) = (await actors.Get(Http.RequestAborted), Http.RequestAborted);
        await Show(chosen.Act switch
        {
            "rotate" => await editing.Rotate(actor, post.RequestId, chosen.Id, ct),
            "remove" => await editing.Remove(actor, post.RequestId, chosen.Id, ct),
            _ => await editing.Enable(actor, post.RequestId, chosen.Id, chosen.Act == "on", ct),
        });
    }

    private async Task Show(Outcome<WebhookReceipt> outcome)
    {
        if (!outcome.IsAccepted)
            state.Refuse(outcome.Refusals);
        else if (outcome.Value.Secret is { } secret)
        {
            _secret = secret;
            await Load();
        }
        else
            navigation.NavigateTo("/drift/webhooks?klart=hook");
    }

    private async Task SendAgain(FormPost post)
    {
        var outcome = await outbox.SendAgain(await actors.Get(Http.RequestAborted), ChosenRow.Of(post).Id, Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo("/drift/webhooks?klart=again");
        else
            state.Refuse(outcome.Refusals);
    }
}
