using System.Text.Json;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Tasks;

/// <summary>The tasks of the account behind the key: to read, and to complete on the same road as the pages.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks.MapGet("", List).WithName("ListTasks").WithExample("task-list")
            .WithSummary("Mina öppna uppgifter · My open tasks")
            .WithDescription("Det som väntar på kontot, det som brådskar först. · What waits for the account, what is due first.");
        tasks.MapGet("/{id}", Get).WithName("GetTask").WithExample("task")
            .WithSummary("En uppgift med sitt formulär · A task with its form")
            .WithDescription("ETag är uppgiftens version. · The ETag is the task's version.");
        tasks.MapPost("/{id}/completion", Complete).WithName("CompleteTask").WithExample("task-completion")
            .WithSummary("Slutför en uppgift · Complete a task")
            .WithDescription("Kräver If-Match (428 saknas, 412 gammal) och Idempotency-Key. · Needs If-Match (428 missing, 412 stale) and Idempotency-Key.");
        tasks.MapPut("/{id}/claim", Claim).Says("ClaimTask", "task-claim", "Jag tar den · I take it", "Talar om för de andra att någon arbetar med uppgiften. · Tells the others that somebody works on it.");
        tasks.MapDelete("/{id}/claim", Release).Says("ReleaseTask", "task-release", "Släpp uppgiften · Let go of it", "Går att upprepa. · May be repeated.");
    }

    private static async Task<Results<Ok<PageOf<TaskSummary>>, ProblemHttpResult>> List(
        TaskList list, CurrentActor actors, HttpContext http, int? limit, int? page, CancellationToken ct)
    {
        var paging = Paging.Read(limit, page);
        if (!paging.IsAccepted)
            return RefusalProblem.From(paging.Refusals);
        var all = await list.For(await actors.Get(ct), ct);
        paging.Value.SetLinks(http, all.Count);
        var shown = all.Skip(paging.Value.Skip).Take(paging.Value.Limit).Select(TaskSummary.Of).ToList();
        return TypedResults.Ok(new PageOf<TaskSummary>(shown, paging.Value.Page, paging.Value.Limit, all.Count));
    }

    private static async Task<Results<Ok<TaskResource>, ProblemHttpResult>> Get(string id, TaskPage reader, CurrentActor actors, HttpContext http, CancellationToken ct)
    {
        if (!TaskAddress.TryParse(id, out var address))
            return RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "task.not-found"));
        var read = await reader.Read(await actors.Get(ct), address, ct);
        if (!read.IsAccepted)
            return RefusalProblem.From(read.Refusals);
        Preconditions.SetTag(http.Response, read.Value.Task.Version);
        return TypedResults.Ok(TaskResource.Of(read.Value));
    }

    private static async Task<Results<Ok<TaskReceipt>, ProblemHttpResult>> Complete(string id, TaskCompletion body, CompleteTask handler, ApiCall call, CancellationToken ct) =>
        TaskAddress.TryParse(id, out var address)
            ? await call.OnVersion((actor, request, version) => handler.Handle(actor, request, new(address, version, FormAnswers.FromJson(body.Answers)), ct), ApiCall.InAnswers)
            : NotFound();

    private static Task<Results<Ok<TaskClaim>, ProblemHttpResult>> Claim(string id, ClaimTask handler, ApiCall call, CancellationToken ct) => SetClaim(id, true, handler, call, ct);

    private static Task<Results<Ok<TaskClaim>, ProblemHttpResult>> Release(string id, ClaimTask handler, ApiCall call, CancellationToken ct) => SetClaim(id, false, handler, call, ct);

    private static async Task<Results<Ok<TaskClaim>, ProblemHttpResult>> SetClaim(string id, bool take, ClaimTask handler, ApiCall call, CancellationToken ct)
    {
        if (!TaskAddress.TryParse(id, out var address))
            return NotFound();
        return await call.Run(async (actor, request) =>
        {
            var claimed = await handler.Handle(actor, request, address, take, ct);
            return claimed.IsAccepted ? Outcome<TaskClaim>.Accepted(new(claimed.Value.Length > 0)) : Outcome<TaskClaim>.Refused(claimed.Refusals);
        });
    }

    private static ProblemHttpResult NotFound() => RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "task.not-found"));
}

/// <param name="IsClaimed">True while somebody has said that they work on it. It locks nobody out.</param>
public sealed record TaskClaim(bool IsClaimed);

/// <param name="Answers">The form's fields by key.</param>
public sealed record TaskCompletion(IReadOnlyDictionary<string, JsonElement> Answers);

/// <summary>An open task in a list.</summary>
/// <param name="Id">Address of the task: the instance's id and the task's key.</param>
/// <param name="Element">Id of the task in the model.</param>
/// <param name="Subject">Number of the case, or what the meeting is called.</param>
public sealed record TaskSummary(string Id, string Element, string Name, string? Command, string? Subject, string? Title, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, long Version)
{
    internal static TaskSummary Of(TaskListItem item) => new(
        item.Address.ToString(), item.ElementId, item.Name.Current, item.CommandName, item.SubjectNumber, item.SubjectTitle, item.OpenedAt, item.DueAt, item.Version);
}

/// <summary>A task with what it asks.</summary>
/// <param name="MayComplete">True when the account may complete it.</param>
/// <param name="EndedAt">Null while it is open.</param>
public sealed record TaskResource(
    string Id, string Element, string Name, string? Command, long Version, bool MayComplete, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? EndedAt,
    IReadOnlyList<TaskField> Fields)
{
    internal static TaskResource Of(TaskView view) => new(
        view.Task.Address.ToString(), view.Task.ElementId, view.Task.Called.Current, view.Task.CommandName, view.Task.Version, view.ActsAs.Count > 0,
        view.Task.OpenedAt, view.Task.DueAt, view.Task.EndedAt, [.. (view.Form?.Fields ?? []).Select(TaskField.Of)]);
}

/// <summary>A question of the form.</summary>
/// <param name="Type">What kind of answer it takes.</param>
public sealed record TaskField(string Key, FormFieldKind Type, string Sv, string En, bool Required, IReadOnlyList<string> Choices)
{
    internal static TaskField Of(FormField field) => new(
        field.Key, field.Kind, field.Label.Sv, field.Label.En, field.Rules.Required, [.. field.Choices.Select(c => c.Value)]);
}
