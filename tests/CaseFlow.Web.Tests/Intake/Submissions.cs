using AngleSharp.Html.Dom;
using CaseFlow.Cases.Meetings;

namespace CaseFlow.Web.Tests.Intake;

/// <summary>The application with the processes as shipped, and a case handed in as a person does it.</summary>
internal static class Submissions
{
    public static WebApp WithShippedProcesses()
    {
        var app = new WebApp();
        app.Settings["CaseFlow:Workflows"] = Path.Combine(Repository.Root, "workflows");
        return app;
    }

    /// <summary>The eight answers of an area.</summary>
    public static (string Name, string Value)[] Answers(string title, params (string Name, string Value)[] more) =>
    [
        .. new (string Name, string Value)[]
        {
            ("rubrik", title), ("fraga", "Hur ska utskrivningen samordnas i hela länet?"), ("lansfragaDatum", "2026-11-10"), ("lansfragaMotiv", "Samma brister finns i alla områden."),
            ("omfattning", "hela-lanet"), ("varforInteDelregionalt", "Sjukhusen möter kommuner från flera områden."), ("onskatResultat", "dialog"), ("nytta", "Tryggare hemgång."), ("kontakt", "Processledaren"),
        }.Where(a => !more.Any(m => m.Name == a.Name)),
        .. more,
    ];

    public static async Task<HttpResponseMessage> Post(HttpClient browser, string step, params (string Name, string Value)[] answers)
    {
        var page = await Open(browser);
        return await browser.PostAsync("/lamna-in", Forms.Fill(page.QuerySelector("#form-submit")!, [.. answers, ("_step", step)]));
    }

    /// <returns>The number of the case.</returns>
    public static async Task<string> Submit(HttpClient browser, params (string Name, string Value)[] answers)
    {
        var page = await WebApp.Page(await Post(browser, "check", answers));
        using var sent = await browser.PostAsync("/lamna-in", Forms.Fill(page.QuerySelector("#form-check")!, ("_step", "submit")));
        return sent.Headers.Location?.ToString().Split('/')[^1].Split('?')[0] ?? throw new InvalidOperationException(await sent.Content.ReadAsStringAsync());
    }

    public static async Task<IHtmlDocument> Open(HttpClient browser, string query = "") => await WebApp.Page(await browser.GetAsync("/lamna-in" + query));

    public static Task<Guid> Meeting(WebApp app, string body, DateOnly date, bool isEnded = false) => app.Read(async db =>
    {
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(date.DayNumber)),
            Body = body,
            Kind = Cases.Meetings.Meeting.Ordinary,
            Number = $"{body} {date:yyyy-MM-dd}",
            Date = date,
            StartsAt = new TimeOnly(9, 0),
            EndsAt = new TimeOnly(12, 0),
            PapersDue = date.AddDays(-14),
            IsEnded = isEnded,
            PlannedBy = "system",
        };
        db.Add(meeting);
        await db.SaveChangesAsync();
        return meeting.Id;
    });
}
