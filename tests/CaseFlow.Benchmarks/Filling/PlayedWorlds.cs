using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using CaseFlow.Web.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Benchmarks.Filling;

/// <summary>A row of a table, each value as SQLite stores it.</summary>
internal sealed record StoredRow(string Table, IReadOnlyList<string> Columns, object[] Values);

/// <summary>What one played scenario left behind: its cases and meetings with everything that belongs to them.</summary>
/// <param name="Open">How many of its cases are open.</param>
/// <param name="Last">The day of the last thing that happened.</param>
/// <param name="Ids">The ids that a copy needs new ones for.</param>
internal sealed record World(int Cases, int Open, DateOnly Last, IReadOnlySet<Guid> Ids, IReadOnlyList<StoredRow> Rows)
{
    public bool IsEnded => Open == 0;
}

/// <summary>Plays the shipped scenarios, whole and cut short, so that there are real cases in every state. Real use cases, rules and models made every row.</summary>
internal static class PlayedWorlds
{
    // A scenario stopped on its way leaves its cases open.
    private static readonly double[] Parts = [0.34, 0.67, 1];

    /// <summary>Makes the database with the schema and the deployed models, and plays in a copy of it.</summary>
    /// <param name="database">A file that does not exist yet; it holds no case afterwards.</param>
    public static async Task<IReadOnlyList<World>> Play(string database)
    {
        var workflows = Path.Combine(Repository.Root, "workflows");
        var clock = new ScenarioClock();
        clock.MoveTo(TimeProvider.System.GetUtcNow());
        await using (var services = ScenarioRunner.Services(At(database), clock))
        {
            await services.GetRequiredService<MigrateDatabase>().Run(default);
            await services.GetRequiredService<DeployBundle>().FromFolder(workflows, Actor.System, default);
            await services.GetRequiredService<DemoAccounts>().Ensure(default);
        }

        SqliteConnection.ClearAllPools();
        var played = database + ".played";
        File.Copy(database, played);
        try
        {
            return await Play(At(played), clock, workflows);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            File.Delete(played);
        }
    }

    private static async Task<IReadOnlyList<World>> Play(DatabaseOptions database, ScenarioClock clock, string workflows)
    {
        await using var services = ScenarioRunner.Services(database, clock);
        var runner = services.GetRequiredService<ScenarioRunner>();
        var worlds = new Dictionary<Guid, int>();
        var scenarios = Scenario.FilesIn(workflows).Select(file => Scenario.Read(file, File.ReadAllText(file))).OrderBy(s => s.Start).ToList();
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync();
        var number = 0;
        foreach (var scenario in scenarios)
        {
            foreach (var part in Parts)
            {
                // What does not hold beside the others does not matter here: the cases stand where they stand.
                await runner.Run(scenario with { Steps = [.. scenario.Steps.Take((int)Math.Ceiling(scenario.Steps.Count * part))] }, default);
                foreach (var id in await db.Instances.Select(i => i.Id).ToListAsync())
                    worlds.TryAdd(id, number);
                number++;
            }
        }

        await db.Database.OpenConnectionAsync();
        return Split((SqliteConnection)db.Database.GetDbConnection(), worlds);
    }

    // A row belongs to the world of the ids in it; what hangs together with such a row by its own id follows. Rows of no world, or of two, are left.
    private static List<World> Split(SqliteConnection connection, Dictionary<Guid, int> worlds)
    {
        var rows = Tables(connection).SelectMany(table => Rows(connection, table)).ToList();
        for (var before = 0; before != worlds.Count;)
        {
            before = worlds.Count;
            foreach (var row in rows)
            {
                if (WorldOf(row, worlds) is { } world && OwnId(row) is { } id)
                    worlds.TryAdd(id, world);
            }
        }

        return
        [
            .. from row in rows
               let world = WorldOf(row, worlds)
               where world is not null
               group row by world into of
               let cases = of.Where(r => r.Table == "Cases").ToList()
               where cases.Count > 0
               let last = of.Where(r => r.Table == "Facts").Max(r => DateOnly.Parse(((string)Value(r, "At"))[..10], CultureInfo.InvariantCulture))
               select new World(cases.Count, cases.Count(c => Value(c, "ClosedAt") is DBNull), last, worlds.Where(w => w.Value == of.Key).Select(w => w.Key).ToHashSet(), [.. of]),
        ];
    }

    private static object Value(StoredRow row, string column) => row.Values[row.Columns.ToList().IndexOf(column)];

    private static Guid? OwnId(StoredRow row) => row.Columns[0] == "Id" && row.Values[0] is string text && Guid.TryParse(text, out var id) ? id : null;

    private static int? WorldOf(StoredRow row, Dictionary<Guid, int> worlds)
    {
        var named = row.Values.OfType<string>().Where(v => v.Length == 36 && Guid.TryParse(v, out _)).Select(Guid.Parse)
            .Where(worlds.ContainsKey).Select(id => worlds[id]).Distinct().ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        // What is on its way out, asked for once or kept by the shell is nothing that a copy has; a due job would run.
        string[] left = ["Outbox", "OutboxBuckets", "Inbox", "Requests", "Jobs", "DeadLetters", "BufferedMessages", "Mails"];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return [.. names.Except(left, StringComparer.Ordinal)];
    }

    private static List<StoredRow> Rows(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name comes from the schema.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<StoredRow>();
        while (reader.Read())
        {
            var values = new object[columns.Length];
            reader.GetValues(values);
            rows.Add(new(table, columns, values));
        }

        return rows;
    }

    private static DatabaseOptions At(string path) => new(DatabaseProvider.Sqlite, $"Data Source={path}");
}
