using System.Globalization;
using CaseFlow.Cases.Timeline;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks.Filling;

/// <summary>Fills a database with copies of played scenarios, each at a time and in an area of its own, until there are as many cases as asked for.</summary>
internal sealed class ManyCases(Random random, DateOnly today)
{
    // Most of what a region has ever handled is closed.
    private const double OpenShare = 0.08;
    private const int OldestClosedDays = 900;
    private const int OldestOpenDays = 240;
    private const int FirstNumber = 20_001;
    private static readonly string[] Subjects = ["Samordnad vårdplanering", "Hjälpmedel i hemmet", "Utskrivning från sjukhus", "Läkemedel i kommunal vård", "Barn och unga i tidiga insatser", "Digital vårdkontakt", "Rehabilitering efter sjukhusvård", "Vård i livets slut", "Missbruk och beroende", "Munhälsa i hemsjukvård", "Nära vård", "Provtagning i hemmet"];
    private static readonly string[] Places = ["i hela länet", "över kommungränsen", "på kvällar och helger", "för sköra äldre", "vid byte av vårdgivare", "i glesbygd", "när flera områden är med", "under sommaren"];

    private readonly Dictionary<string, SqliteCommand> _inserts = new(StringComparer.Ordinal);
    private int _number = FirstNumber;

    /// <returns>How many cases there are, and how many of them are open.</returns>
    public (int Cases, int Open) Fill(string database, IReadOnlyList<World> worlds, IReadOnlyList<string> areas, int wanted)
    {
        using var connection = new SqliteConnection($"Data Source={database};Foreign Keys=False");
        connection.Open();
        Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;");
        var (ended, open) = (Prepare(worlds.Where(w => w.IsEnded), areas), Prepare(worlds.Where(w => !w.IsEnded), areas));
        var (cases, running) = (0, 0);
        using (var transaction = connection.BeginTransaction())
        {
            while (cases < wanted)
            {
                var from = random.NextDouble() < OpenShare ? open : ended;
                var copied = from[random.Next(from.Count)];
                Copy(connection, copied, areas);
                cases += copied.World.Cases;
                running += copied.World.Open;
            }

            transaction.Commit();
        }

        foreach (var insert in _inserts.Values)
            insert.Dispose();
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
        return (cases, running);
    }

    private static List<Prepared> Prepare(IEnumerable<World> worlds, IReadOnlyList<string> areas)
    {
        var known = areas.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from world in worlds
               let numbers = world.Rows.Where(r => r.Table == "Cases").Select(r => r.Values[r.Columns.ToList().IndexOf("Number")]).OfType<string>().ToHashSet(StringComparer.Ordinal)
               select new Prepared(world, numbers, [.. world.Rows.Select(row => (row, row.Values.Select(v => new CopiedText(v, world.Ids, numbers, known)).ToArray()))]),
        ];
    }

    private void Copy(SqliteConnection connection, Prepared copied, IReadOnlyList<string> areas)
    {
        var age = random.Next(copied.World.IsEnded ? OldestClosedDays : OldestOpenDays);
        var turn = random.Next(areas.Count);
        var change = new Change(
            copied.World.Ids.ToDictionary(id => id, _ => NewId()),
            copied.Numbers.ToDictionary(n => n, n => $"{n[..4]}-{_number++.ToString(CultureInfo.InvariantCulture)}", StringComparer.Ordinal),
            today.DayNumber - copied.World.Last.DayNumber - age,
            areas.Select((area, i) => (area, To: areas[(i + turn) % areas.Count])).ToDictionary(a => a.area, a => a.To, StringComparer.Ordinal));
        foreach (var (row, texts) in copied.Rows)
        {
            var insert = Insert(connection, row);
            for (var i = 0; i < texts.Length; i++)
                insert.Parameters[i].Value = texts[i].In(change);
            if (row.Table == "Cases")
                Name(row, insert);
            if (row.Table == "Timers")
                insert.Parameters["$DueAt"].Value = today.AddDays(random.Next(20, 400)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 08:00:00"; // nothing is due while pages are measured
            insert.ExecuteNonQuery();
        }
    }

    private void Name(StoredRow row, SqliteCommand insert)
    {
        var title = $"{Subjects[random.Next(Subjects.Length)]} {Places[random.Next(Places.Length)]}";
        insert.Parameters["$Title"].Value = title;
        insert.Parameters["$SearchText"].Value = CaseSearch.Normalise($"{insert.Parameters["$Number"].Value as string} {title}");
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private SqliteCommand Insert(SqliteConnection connection, StoredRow row)
    {
        if (_inserts.TryGetValue(row.Table, out var known))
            return known;
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the schema.
        command.CommandText = $"INSERT OR IGNORE INTO \"{row.Table}\" ({string.Join(", ", row.Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", row.Columns.Select(c => "$" + c))})";
#pragma warning restore CA2100
        foreach (var column in row.Columns)
            command.Parameters.AddWithValue("$" + column, DBNull.Value);
        return _inserts[row.Table] = command;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private sealed record Prepared(World World, IReadOnlySet<string> Numbers, IReadOnlyList<(StoredRow Row, CopiedText[] Texts)> Rows);
}
