using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Conformance;

/// <summary>Runs every suite that has recorded figures and whose folder is there, and compares.</summary>
internal static class RecordedFigures
{
    // Figures are recorded with as many decimals as a person writes.
    private const double Rounding = 0.005;

    /// <summary>0 when no figure is below what is recorded, otherwise 1.</summary>
    public static int Check(string root)
    {
        using var recorded = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "recorded.json")));
        var below = 0;
        foreach (var suite in recorded.RootElement.EnumerateObject())
        {
            var folder = Path.Combine(root, suite.Name);
            if (!Directory.Exists(folder))
            {
                Console.WriteLine($"{suite.Name}: not present");
                continue;
            }

            var report = Suites.All[suite.Name](folder, null);
            Console.WriteLine(report.Summary);
            foreach (var figure in suite.Value.EnumerateObject())
            {
                var reached = report.Figures.GetValueOrDefault(figure.Name);
                if (reached + Rounding < figure.Value.GetDouble())
                {
                    below++;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{suite.Name}: {figure.Name} is {reached:0.00}, recorded {figure.Value.GetDouble():0.00}"));
                }
            }
        }

        return below == 0 ? 0 : 1;
    }
}
