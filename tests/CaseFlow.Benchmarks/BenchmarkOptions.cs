using System.Globalization;

namespace CaseFlow.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Cases">How many cases the database is filled with.</param>
/// <param name="Seed">The same seed gives the same cases.</param>
/// <param name="Rounds">How many times each thing is measured.</param>
/// <param name="Only">A part of the names to measure; null measures all.</param>
/// <param name="Database">A file that is filled the first time and used again after that; null for one that is thrown away.</param>
/// <param name="Repeats">Of a benchmark of speed, whose figures are medians; at least five.</param>
internal sealed record BenchmarkOptions(int Cases, int Seed, int Rounds, string? Only, string? Database, int Repeats, bool AsJson)
{
    public const string Usage = "[--cases N] [--seed N] [--rounds N] [--only PART] [--database FILE] [--repeats N] [--json]";

    public static BenchmarkOptions Read(string[] args)
    {
        return new(Number("--cases", 10_000), Number("--seed", 20_261_201), Number("--rounds", 30), Text("--only"), Text("--database"), Number("--repeats", 5), args.Contains("--json", StringComparer.Ordinal));

        string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

        int Number(string name, int otherwise) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
    }
}
