using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Processes;

/// <summary>The deployed models: which there are, their BPMN, and how many cases stand where.</summary>
internal static class ProcessEndpoints
{
    private const string BpmnType = "application/bpmn+xml";

    public static void MapProcesses(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/processes").WithTags("Processes");
        all.MapGet("", List).Says("ListProcesses", "process-list", "Processer i drift · Deployed processes", "De som nya ärenden startar med. · Those that new cases start with.");
        all.MapGet("/{id}/bpmn", Bpmn).Says("GetProcessBpmn", "process-bpmn", "Processens BPMN · The process's BPMN", "BPMN 2.0 som XML, så som den är driftsatt. · BPMN 2.0 as XML, as deployed.")
            .Produces<string>(StatusCodes.Status200OK, BpmnType);
        all.MapGet("/{id}/counts", Counts).Says("GetProcessCounts", "process-counts", "Var ärenden står · Where cases stand", "Antal pågående ärenden per element. · Running cases per element.");
    }

    private static async Task<Ok<IReadOnlyList<ProcessResource>>> List(BundleCatalog bundles, CancellationToken ct)
    {
        var bundle = await bundles.Current(ct);
        IReadOnlyList<ProcessResource> processes =
        [
            .. (bundle?.Processes ?? []).Select(p => new ProcessResource(p.Id, p.Name, p.File, bundle?.Hash ?? "", [.. p.MessageStarts.Select(m => m.MessageName)])),
        ];
        return TypedResults.Ok(processes);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Bpmn(string id, BundleCatalog bundles, CancellationToken ct) =>
        await bundles.Current(ct) is { } bundle && bundle.FindProcess(id) is { } process && bundle.Files.TryGetValue(process.File, out var file)
            ? TypedResults.Text(file.Text, BpmnType, System.Text.Encoding.UTF8)
            : NotFound();

    private static async Task<Results<Ok<IReadOnlyList<ElementCount>>, ProblemHttpResult>> Counts(string id, BundleCatalog bundles, InstancePositions positions, CancellationToken ct)
    {
        if ((await bundles.Current(ct))?.FindProcess(id) is not { } process)
            return NotFound();
        IReadOnlyList<ElementCount> counts =
        [
            .. (await positions.Count(CaseOrigins.SubjectKind, ct)).Where(c => c.ProcessId == id)
                .Select(c => new ElementCount(c.ElementId, process.FindElement(c.ElementId)?.Called()?.Current, c.Instances)),
        ];
        return TypedResults.Ok(counts);
    }

    private static ProblemHttpResult NotFound() => RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "process.not-found"));
}

/// <param name="Bundle">Hash of the whole deployed set.</param>
/// <param name="StartMessages">The messages that start it.</param>
public sealed record ProcessResource(string Id, string Name, string File, string Bundle, IReadOnlyList<string> StartMessages);

public sealed record ElementCount(string Element, string? Name, int Cases);
