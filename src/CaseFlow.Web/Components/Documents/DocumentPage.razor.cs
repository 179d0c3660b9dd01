using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Documents;

/// <summary>A document with all its versions: a new version, how far it has come, what it is called, taken back.</summary>
public sealed partial class DocumentPage(
    DocumentRegister register, AddDocument adding, MoveDocumentOn moving, AccountTitles titles, CaseList cases, MeetingList meetings,
    CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Documents");

    private Document? _document;
    private DocumentVersion? _adopted;
    private IReadOnlyList<DocumentVersion> _versions = [];
    private IReadOnlyDictionary<string, string> _titles = new Dictionary<string, string>();
    private string? _kicker;
    private string? _back;
    private bool _mayWrite;

    [Parameter] public Guid Id { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private FormState State => state;

    private string SeenVersion => _document?.Version.ToString(CultureInfo.InvariantCulture) ?? "";

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        var found = await register.Find(actor, Id, ct);
        if (!found.IsAccepted)
        {
            navigation.NotFound();
            return;
        }

        _document = found.Value;
        _versions = [.. _document.Versions.OrderByDescending(v => v.Number)];
        _adopted = _versions.FirstOrDefault(v => v.Maturity == DocumentMaturity.Adopted);
        _titles = await titles.Of(_versions.Select(v => v.UploadedBy), ct);
        _mayWrite = _document.WithdrawnAt is null && await register.MayWrite(actor, _document.SubjectId, ct);
        if (await cases.Find(_document.SubjectId, ct) is { } about)
            (_kicker, _back) = (T["of-case", about.Number ?? "", about.Title], "/arenden/" + about.Number);
        else if (await meetings.Find(_document.SubjectId, ct) is { } meeting)
            (_kicker, _back) = (T["of-meeting", meeting.Meeting.Number], "/moten/" + meeting.Meeting.Id);
    }

    private static string Lead(Document document) =>
        T["lead", document.Latest.Number, MaturityCodes.Name(document.Latest.Maturity).Current, SwedishDates.Moment(document.Latest.UploadedAt)];

    private async Task AddVersion(FormPost post)
    {
        if (post.Files.GetFile("file") is not { FileName.Length: > 0 } file)
        {
            state.AddError("file", T["files-needed"]);
            return;
        }

        await using var content = file.OpenReadStream();
        var maturity = MaturityCodes.Read(post["versionMaturity"]) ?? DocumentMaturity.WorkingMaterial;
        var added = await adding.AddVersion(await Actor(), post.RequestId, new(Id, Seen(post), file.FileName, content, maturity), Http.RequestAborted);
        if (added.IsAccepted)
            navigation.NavigateTo("/handlingar/" + Id);
        else
            state.Refuse([.. added.Refusals.Select(r => r.Field is "fileName" ? r with { Field = "file" } : r)]);
    }

    private async Task Move(FormPost post)
    {
        if (MaturityCodes.Read(post["maturity"]) is { } maturity)
            Finish(await moving.SetMaturity(await Actor(), post.RequestId, Id, Seen(post), maturity, Http.RequestAborted));
        else
            state.AddError("maturity", T["maturity-needed"]);
    }

    private async Task Rename(FormPost post) =>
        Finish(await moving.Rename(await Actor(), post.RequestId, Id, Seen(post), post["title"], Http.RequestAborted));

    private async Task Withdraw(FormPost post)
    {
        var outcome = await moving.Withdraw(await Actor(), post.RequestId, Id, Seen(post), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo(_back ?? "/arenden");
        else
            state.Refuse(outcome.Refusals);
    }

    private ValueTask<Actor> Actor() => actors.Get(Http.RequestAborted);

    private static int Seen(FormPost post) => post.Number("_version") ?? 0;

    private void Finish(Outcome<int> outcome)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo("/handlingar/" + Id);
        else
            state.Refuse(outcome.Refusals);
    }
}
