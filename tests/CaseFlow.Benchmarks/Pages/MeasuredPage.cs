using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks.Pages;

/// <summary>A page as it is measured.</summary>
/// <param name="Role">Who looks; with <paramref name="Scope"/>, the side or area of it.</param>
/// <param name="Addresses">Asked for in turn.</param>
/// <param name="Target">In milliseconds; null for that of all pages.</param>
internal sealed record MeasuredPage(string Name, string Role, string? Scope, IReadOnlyList<string> Addresses, double? Target = null)
{
    private const int Samples = 40;
    private const double PaletteTarget = 200;
    private const string Preparer = "beredningsansvarig";
    private const string Side = "vgr";

    /// <summary>The pages that people use every day, and those that read most.</summary>
    public static async Task<IReadOnlyList<MeasuredPage>> All(string database, Random random)
    {
        var open = await Sample(database, random, """SELECT "Number" FROM "Cases" WHERE "Number" IS NOT NULL AND "ClosedAt" IS NULL ORDER BY "Number" """);
        var closed = await Sample(database, random, """SELECT "Number" FROM "Cases" WHERE "Number" IS NOT NULL AND "ClosedAt" IS NOT NULL ORDER BY "Number" """);
        var meetings = await Sample(database, random, """SELECT "Id" FROM "Meetings" ORDER BY "Id" """);
        return
        [
            One("Att göra", "/att-gora"),
            One("Att göra, search", "/att-gora?q=utskrivning"),
            new("Att göra, an area's", "processledare", "fyrbodal", ["/att-gora"]),
            One("Ärenden", "/arenden"),
            One("Ärenden, page 150", "/arenden?sida=150"),
            One("Ärenden, open, longest waiting", "/arenden?visa=pagar&sort=andrat"),
            One("Ärenden, search for many", "/arenden?q=utskrivning"),
            One("Ärenden, search for two words", "/arenden?q=digital+helger"),
            One("Ärenden, search for none", "/arenden?q=finns-inte"),
            One("Ärenden, search by number", "/arenden?q=" + closed[0][5..]),
            new("Case page, open", Preparer, Side, [.. open.Select(n => "/arenden/" + n)]),
            new("Case page, closed", Preparer, Side, [.. closed.Select(n => "/arenden/" + n)]),
            One("Sortering", "/sortering"),
            One("Möten", "/moten"),
            new("A meeting", Preparer, Side, [.. meetings.Select(id => "/moten/" + id.ToLowerInvariant())]),
            One("Läget", "/laget"),
            One("Läget, 90 days", "/laget?period=90"),
            One("Indikatorer", "/laget/indikatorer"),
            One("Indikatorer, one area", "/laget/indikatorer?fran=fyrbodal"),
            One("Spridningsläget", "/spridning"),
            One("Uppdrag", "/uppdrag"),
            One("Ställningstaganden", "/stallningstaganden"),
            One("Till SRO", "/till-sro"),
            One("Så går ett ärende till", "/sa-gar-ett-arende-till"),
            One("Notiser", "/notiser"),
            One("Search page", "/sok?q=utskrivning"),
            new("Search palette", Preparer, Side, ["/sok.json?q=utskrivning", "/sok.json?q=v", "/sok.json?q=digital+helger", "/sok.json?q=" + closed[0][5..], "/sok.json?q=vvg", "/sok.json?q=finns-inte"], PaletteTarget),
            One("Lämna in", "/lamna-in"),
        ];
    }

    private static MeasuredPage One(string name, string address, double? target = null) => new(name, Preparer, Side, [address], target);

    private static async Task<IReadOnlyList<string>> Sample(string database, Random random, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
            found.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return [.. Enumerable.Range(0, Samples).Select(_ => found[random.Next(found.Count)])];
    }
}
