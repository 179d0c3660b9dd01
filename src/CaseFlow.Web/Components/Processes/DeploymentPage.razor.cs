using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Processes;

/// <summary><em>Driftsättning</em>: what is deployed since when and by whom, and looking at something new before it is deployed.</summary>
public sealed partial class DeploymentPage(
    DeploymentHistory deployments, CheckDefinitions checking, CurrentActor actors, FormState state, NavigationManager navigation, IConfiguration configuration)
{
    private const int Shown = 50;
    private static readonly Texts T = Texts.For("Deployment");

    private IReadOnlyList<ListedDeployment> _history = [];
    private IReadOnlyList<Finding> _refused = [];
    private Refusal? _refusal;
    private bool _isAdministrator;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [SupplyParameterFromQuery(Name = "klart")] private string? Done { get; set; }

    private string? Folder => configuration["CaseFlow:Workflows"] is { Length: > 0 } folder ? folder : null;

    private string Lead => _history.Count == 0 ? T["lead-none"] : T["lead"];

    /// <summary>Who deployed, in words.</summary>
    internal static string By(ListedDeployment deployment) =>
        deployment.ByName ?? (deployment.By == Actor.System.AccountId ? T["by-demo"]
            : deployment.By.StartsWith(DeploymentRow.CommandLine, StringComparison.Ordinal) ? T["by-command-line", deployment.By[DeploymentRow.CommandLine.Length..]]
            : deployment.By);

    /// <summary>Enough of a hash to tell two apart.</summary>
    internal static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    protected override async Task OnInitializedAsync()
    {
        var actor = await actors.Get(Http.RequestAborted);
        _isAdministrator = actor.Holds(RoleKeys.SystemAdministrator);
        var found = await deployments.List(actor, Shown, Http.RequestAborted);
        if (found.IsAccepted)
            _history = found.Value;
        else
            _refusal = found.Refusals[0];
    }

    private async Task CheckFolder(FormPost post)
    {
        try
        {
            if (Folder is { } folder && Directory.Exists(folder))
                await Check(await WorkflowsFolder.Read(folder, Http.RequestAborted));
            else
                state.AddError(null, T["folder-gone"]);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            state.AddError(null, T["folder-unreadable", unreadable.Message]);
        }
    }

    private async Task CheckUpload(FormPost post)
    {
        if (post.Files["file"] is not { Length: > 0 } file)
        {
            state.AddError("file", T["upload-missing"]);
            return;
        }

        await using var stream = file.OpenReadStream();
        var read = await WorkflowsArchive.Read(stream, Http.RequestAborted);
        if (read.IsAccepted)
            await Check(read.Value);
        else
            state.Refuse(read.Refusals);
    }

    private async Task Check(IReadOnlyCollection<SourceFile> files)
    {
        var report = await checking.Handle(await actors.Get(Http.RequestAborted), files, Http.RequestAborted);
        if (!report.IsAccepted)
        {
            state.Refuse(report.Refusals);
        }
        else if (report.Value.Hash is { } hash)
        {
            navigation.NavigateTo("/driftsattning/" + hash);
        }
        else
        {
            _refused = report.Value.Findings;
            state.AddError(null, T["refused"]);
        }
    }
}
