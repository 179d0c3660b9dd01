using System.Diagnostics;
using System.Globalization;
using CaseFlow.Benchmarks.Filling;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks.Pages;

/// <summary>How long the pages take with many cases on SQLite: the whole application behind a real port, one browser that asks for one page after the other.</summary>
internal static class PageBenchmark
{
    private const double PageTarget = 300;
    private const int WarmUps = 3;

    public static async Task<BenchmarkReport> Run(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-benchmark-").FullName;
        try
        {
            var database = options.Database is { } kept ? Path.GetFullPath(kept) : Path.Combine(folder, "caseflow.db");
            var filled = File.Exists(database) ? "used again" : await Fill(database, options);
            await using var app = new MeasuredApp(folder, database);
            var figures = new List<Measured>();
            var before = BenchmarkReport.MachineLoad();
            foreach (var page in await MeasuredPage.All(database, new Random(options.Seed)))
            {
                if (options.Only is null || page.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase))
                    figures.Add(await Measure(app, page, options.Rounds));
            }

            return new("pages", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["database"] = filled,
                ["seed"] = options.Seed.ToString(CultureInfo.InvariantCulture),
                ["rounds"] = options.Rounds.ToString(CultureInfo.InvariantCulture),
                ["load before"] = before,
                ["load after"] = BenchmarkReport.MachineLoad(),
            }, figures);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Fill(string database, BenchmarkOptions options)
    {
        var watch = Stopwatch.StartNew();
        var unfinished = database + ".unfinished";
        File.Delete(unfinished);
        var worlds = await PlayedWorlds.Play(unfinished);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (cases, open) = new ManyCases(new Random(options.Seed), today).Fill(unfinished, worlds, await MeasuredApp.Areas(), options.Cases);
        SqliteConnection.ClearAllPools();
        File.Move(unfinished, database);
        return string.Create(CultureInfo.InvariantCulture, $"{cases} cases, {open} of them open, {new FileInfo(database).Length / 1_048_576} MB, from {worlds.Count} played scenarios in {watch.Elapsed.TotalSeconds:0} s");
    }

    private static async Task<Measured> Measure(MeasuredApp app, MeasuredPage page, int rounds)
    {
        using var browser = await app.SignedIn(page.Role, page.Scope);
        var times = new List<double>();
        using var process = Process.GetCurrentProcess();
        var (bytes, spent) = (0L, TimeSpan.Zero);
        for (var round = -WarmUps; round < rounds; round++)
        {
            if (round == 0)
            {
                process.Refresh();
                spent = process.TotalProcessorTime;
            }

            var address = page.Addresses[(round + WarmUps) % page.Addresses.Count];
            var watch = Stopwatch.StartNew();
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
            if (round >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
            bytes = Math.Max(bytes, body.Length);
        }

        process.Refresh();
        return Measured.Of(page.Name, times, (process.TotalProcessorTime - spent).TotalMilliseconds / rounds, page.Target ?? PageTarget, bytes);
    }
}
