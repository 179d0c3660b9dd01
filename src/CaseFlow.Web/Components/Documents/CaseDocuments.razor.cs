using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Documents;

/// <summary>The documents of a case or meeting, on its page. Several files go in at once; one that is refused is named, the others are kept.</summary>
public sealed partial class CaseDocuments(
    DocumentRegister register, AddDocument adding, AccountTitles titles, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Documents");

    private readonly List<string> _saved = [];
    private IReadOnlyList<Document> _documents = [];
    private IReadOnlyDictionary<string, string> _titles = new Dictionary<string, string>();
    private bool _mayWrite;

    /// <summary>The case or meeting.</summary>
    [Parameter, EditorRequired] public required Guid SubjectId { get; set; }

    /// <summary>Address of the page that this stands on.</summary>
    [Parameter, EditorRequired] public required string Page { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>How many files were kept by the form that led here.</summary>
    [SupplyParameterFromQuery(Name = "sparade")] private int? SavedBefore { get; set; }

    private FormState State => state;

    protected override Task OnInitializedAsync() => Load(Http.RequestAborted);

    private async Task Load(CancellationToken ct)
    {
        var actor = await actors.Get(ct);
        var found = await register.Of(actor, SubjectId, withWithdrawn: false, ct);
        _documents = found.IsAccepted ? found.Value : [];
        _titles = await titles.Of(_documents.SelectMany(d => d.Versions).Select(v => v.UploadedBy), ct);
        _mayWrite = await register.MayWrite(actor, SubjectId, ct);
    }

    private async Task Upload(FormPost post)
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        var files = post.Files.GetFiles("files").Where(f => f.FileName.Length > 0).ToList();
        if (files.Count == 0)
            state.AddError("files", T["files-needed"]);
        var maturity = MaturityCodes.Read(post["maturity"]) ?? DocumentMaturity.WorkingMaterial;
        for (var i = 0; i < files.Count; i++)
        {
            await using var content = files[i].OpenReadStream();
            var added = await adding.Handle(
                actor,
                post.RequestId is { } request ? string.Create(CultureInfo.InvariantCulture, $"{request}.{i}") : null,
                new(SubjectId, Title(files[i].FileName), files[i].FileName, content, maturity),
                ct);
            if (added.IsAccepted)
                _saved.Add(files[i].FileName);
            else if (added.Refusals[0].Kind == RefusalKind.Invalid)
                Tell(files[i].FileName, added.Refusals);
            else
            {
                // It is not about this file: the next one would fare no better.
                state.Refuse(added.Refusals);
                break;
            }
        }

        if (state.Errors.Count == 0)
            navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"{Page}?sparade={_saved.Count}#documents"));
        else
            await Load(ct);
    }

    // The name and the title fail for the same reason when the title is taken from the name; it is told once.
    private void Tell(string fileName, IReadOnlyList<Refusal> refusals)
    {
        foreach (var text in refusals.Select(r => r.Text.Current).Distinct(StringComparer.Ordinal))
            state.AddError("files", T["refused", fileName, text]);
    }

    private static string Title(string fileName) => Path.GetFileNameWithoutExtension(fileName).Trim() is { Length: > 0 } title ? title : fileName;

    private string Who(string account) => _titles.GetValueOrDefault(account) ?? T["by-system"];

    private static DocumentVersion? Adopted(Document document) => document.Versions.FindLast(v => v.Maturity == DocumentMaturity.Adopted);

    // The same bytes under two names are pointed out, never taken away.
    private Document? Twin(Document document) =>
        _documents.TakeWhile(d => d.Id != document.Id).FirstOrDefault(d => d.Versions.Exists(v => v.Sha256 == document.Latest.Sha256));
}
