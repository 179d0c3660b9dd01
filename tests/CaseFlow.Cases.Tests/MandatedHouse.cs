using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests;

/// <summary>A house in which <see cref="Mandated"/> is deployed with small models, and what people see in it afterwards.</summary>
internal sealed class MandatedHouse : IAsyncDisposable
{
    public const string Submitter = "inlamnaren";
    public const string OriginArea = "norr";

    private readonly TestHouse _house;

    private MandatedHouse(TestHouse house) => _house = house;

    public ManualTime Time => _house.Time;

    public static Task<MandatedHouse> Open(params IEnumerable<SourceFile> models) => Under(Mandated.Text, models);

    /// <summary>A house under a mandate of another wording.</summary>
    public static async Task<MandatedHouse> Under(string mandate, params IEnumerable<SourceFile> models)
    {
        var house = new TestHouse(await DatabasesOfRun.For(DatabaseProvider.Sqlite).Create());
        await house.Deploy(Mandated.With(mandate, models));
        return new(house);
    }

    public T Get<T>()
        where T : notnull => _house.Get<T>();

    /// <summary>A case from the northern area, whose process knows its id as <c>arende</c>.</summary>
    public async Task<Guid> StartCase(string processId, params IEnumerable<(string Name, FeelValue Value)> variables)
    {
        var started = await _house.Run<Guid>(async (unit, ct) =>
        {
            var id = unit.Ids.Next();
            unit.Db.Cases.Add(new CaseRow
            {
                Id = id,
                Title = "Gemensam rutin vid utskrivning",
                OriginKind = "area",
                OriginArea = OriginArea,
                SubmittedBy = Submitter,
                SubmittedAt = unit.Now,
            });
            var known = variables.Append(("arende", FeelValue.Of(id.ToString("N")))).Select(v => KeyValuePair.Create(v.Item1, v.Item2));
            var instance = await unit.Start(id, "case", new StartProcess(processId, FeelContext.Of(known)), ct);
            if (!instance.IsAccepted)
                return Outcome<Guid>.Refused(instance.Refusals);
            instance.Value.Number = await unit.TakeCaseNumber(ct);
            return Outcome<Guid>.Accepted(id);
        });
        return started.Value;
    }

    /// <summary>Puts rows into the database beside the use cases.</summary>
    public async Task Add(params IEnumerable<object> rows)
    {
        await using var db = _house.OpenDb();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<T>> Rows<T>()
        where T : class
    {
        await using var db = _house.OpenDb();
        return await db.Set<T>().AsNoTracking().ToListAsync();
    }

    /// <summary>What was published of one kind, in order.</summary>
    public async Task<IReadOnlyList<T>> Published<T>() =>
        [.. (await Rows<OutboxRow>()).Where(o => o.Type == ContractMap.NameOf(typeof(T))).Select(o => (T)ContractJson.Read(o.Type, o.Body))];

    /// <summary>The root variables of a case or meeting.</summary>
    public async Task<FeelContext> Variables(Guid id) => StateJson.Read((await Instance(id)).State).Variables;

    public async Task<InstanceRow> Instance(Guid id) => (await Rows<InstanceRow>()).Single(i => i.Id == id);

    /// <summary>The open task of an element, or of one of its sides.</summary>
    public async Task<TaskRow> OpenTask(Guid id, string elementId, string? side = null)
    {
        await using var db = _house.OpenDb();
        return await db.Tasks.Include(t => t.Candidates).AsNoTracking().SingleAsync(
            t => t.InstanceId == id && t.EndedAt == null && t.ElementId == elementId && (side == null || t.Candidates.Any(c => c.Side == side)));
    }

    public async Task<IReadOnlyList<string>> OpenTasks(Guid id) =>
        [.. (await Rows<TaskRow>()).Where(t => t.InstanceId == id && t.EndedAt is null).Select(t => t.ElementId).Order(StringComparer.Ordinal)];

    public Task<Outcome<TaskReceipt>> Complete(Actor actor, TaskRow task, params IEnumerable<(string Key, string Text)> answers) =>
        _house.Complete(actor, task, Mandated.Answers(answers));

    public Task<Outcome<T>> Run<T>(Func<ProcessUnit, CancellationToken, Task<Outcome<T>>> work) => _house.Run(work);

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
