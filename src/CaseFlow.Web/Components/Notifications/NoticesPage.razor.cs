using CaseFlow.Cases.Notifications;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Notifications;

/// <summary>What the person has been told, and how often mail is wanted. Notices here come always.</summary>
public sealed partial class NoticesPage(ReadNotices reading, ChooseMailPace pacing, CurrentActor actors, NavigationManager navigation)
{
    private const int Limit = 100;

    private static readonly Texts T = Texts.For("Notifications");

    private IReadOnlyList<ShownNotice> _notices = [];
    private MailPace _pace;
    private int _unread;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private static IReadOnlyList<Choice> Paces =>
        [.. Enum.GetValues<MailPace>().Select(p => new Choice(p.ToString(), T["pace." + p], T.Find($"pace.{p}.hint")))];

    protected override async Task OnInitializedAsync()
    {
        var actor = await actors.Get(Http.RequestAborted);
        _notices = await reading.List(actor, Limit, Http.RequestAborted);
        _unread = await reading.CountUnread(actor, Http.RequestAborted);
        _pace = await pacing.Current(actor, Http.RequestAborted);
    }

    private static string? Href(ShownNotice notice) =>
        notice.CaseId is not null ? "/arenden/" + notice.Number : notice.MeetingId is { } meeting ? "/moten/" + meeting : null;

    private async Task ReadAll(FormPost post)
    {
        await reading.MarkRead(await actors.Get(Http.RequestAborted), null, Http.RequestAborted);
        navigation.NavigateTo("/notiser");
    }

    private async Task Choose(FormPost post)
    {
        if (Enum.TryParse<MailPace>(post["pace"], out var pace) && Enum.IsDefined(pace))
            await pacing.Choose(await actors.Get(Http.RequestAborted), pace, Http.RequestAborted);
        navigation.NavigateTo("/notiser");
    }
}
