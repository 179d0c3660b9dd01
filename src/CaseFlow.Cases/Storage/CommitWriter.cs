using System.Data.Common;
using System.Globalization;
using System.Text;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Cases.Storage;

/// <summary>
/// Writes instances and their facts with plain SQL: one statement checks the version and stores the state, one stores
/// all new facts. Everything else of the unit goes through EF Core afterwards.
/// </summary>
internal sealed class CommitWriter(CaseFlowDb db)
{
    // 8 parameters a row; SQLite allows 32 766 in a statement, PostgreSQL 65 535.
    private const int FactsPerStatement = 500;

    /// <exception cref="InstanceChangedException">Another commit came first; the unit's work has to be done again.</exception>
    public async Task Write(LoadedInstance instance, DateTimeOffset now, CancellationToken ct)
    {
        var row = instance.Row;
        var facts = Chain(instance);
        var state = instance.State;
        row.State = StateJson.Write(state);
        row.FactCount += facts.Count;
        row.ChainHash = facts.Count > 0 ? facts[^1].Hash : row.ChainHash;
        row.Number = instance.Number;
        row.ChangedAt = now;
        row.EndedAt ??= state.IsEnded ? now : null;
        row.Outcome = state.Outcome;
        var written = instance.IsNew ? await Insert(row, ct) : await Update(row, ct);
        if (written != 1)
        {
            throw new InstanceChangedException(row.Id);
        }

        foreach (var part in facts.Chunk(FactsPerStatement))
        {
            await Insert(part, ct);
        }
    }

    private static List<FactRow> Chain(LoadedInstance instance)
    {
        var facts = new List<FactRow>(instance.Pending.Count);
        var hash = instance.Row.ChainHash;
        foreach (var (fact, moment) in instance.Pending)
        {
            var (name, version, json) = FactJson.Write(fact);
            var row = new FactRow
            {
                InstanceId = instance.Id,
                Sequence = instance.Row.FactCount + facts.Count + 1,
                Name = name,
                FactVersion = version,
                Json = json,
                At = moment.Now,
                Actor = moment.Actor,
                Hash = [],
            };
            row.Hash = hash = FactChain.Next(hash, row);
            facts.Add(row);
        }

        return facts;
    }

    private Task<int> Insert(InstanceRow row, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Instances" ("Id", "SubjectKind", "Number", "ProcessId", "CorrelationKey", "BundleHash", "Version", "FactCount",
            "State", "ChainHash", "StartedAt", "ChangedAt", "EndedAt", "Outcome")
        VALUES ({row.Id}, {row.SubjectKind}, {row.Number}, {row.ProcessId}, {row.CorrelationKey}, {row.BundleHash}, 1, {row.FactCount},
            {row.State}, {row.ChainHash}, {row.StartedAt.UtcDateTime}, {row.ChangedAt.UtcDateTime}, {row.EndedAt?.UtcDateTime}, {row.Outcome})
        """, ct);

    private Task<int> Update(InstanceRow row, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE "Instances" SET "Version" = {row.Version + 1}, "FactCount" = {row.FactCount}, "State" = {row.State}, "ChainHash" = {row.ChainHash},
            "Number" = {row.Number}, "ChangedAt" = {row.ChangedAt.UtcDateTime}, "EndedAt" = {row.EndedAt?.UtcDateTime}, "Outcome" = {row.Outcome}
        WHERE "Id" = {row.Id} AND "Version" = {row.Version}
        """, ct);

    private async Task Insert(FactRow[] facts, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var sql = new StringBuilder("""INSERT INTO "Facts" ("InstanceId", "Sequence", "Name", "FactVersion", "Json", "At", "Actor", "Hash") VALUES """);
        for (var i = 0; i < facts.Length; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@i{i}, @s{i}, @n{i}, @v{i}, @j{i}, @t{i}, @a{i}, @h{i})");
            var fact = facts[i];
            Add(command, "i", i, fact.InstanceId);
            Add(command, "s", i, fact.Sequence);
            Add(command, "n", i, fact.Name);
            Add(command, "v", i, fact.FactVersion);
            Add(command, "j", i, fact.Json);
            Add(command, "t", i, fact.At.UtcDateTime);
            Add(command, "a", i, fact.Actor);
            Add(command, "h", i, fact.Hash);
        }

        command.CommandText = sql.ToString();
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add(DbCommand command, string name, int number, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@{name}{number}");
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
