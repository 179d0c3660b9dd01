using System.Diagnostics;
using CaseFlow.Tests.Shared;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Api;

public sealed class WalkthroughTests
{
    [Test]
    [CancelAfter(180_000)]
    public async Task The_script_in_docs_drives_a_case_the_whole_way(CancellationToken ct)
    {
        var data = Directory.CreateTempSubdirectory("caseflow-walk-").FullName;
        try
        {
            await using var web = await WebProcess.Start(data, new Dictionary<string, string> { ["CaseFlow:Demo"] = "true" }, ct: ct);
            var start = new ProcessStartInfo("bash", [Path.Combine(WebProcess.RepositoryRoot, "docs", "rest-genomgang.sh")])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["CASEFLOW_URL"] = web.Address.ToString().TrimEnd('/');
            using var script = Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
            var errors = script.StandardError.ReadToEndAsync(ct);
            var told = await script.StandardOutput.ReadToEndAsync(ct);
            await script.WaitForExitAsync(ct);

            Assert.Multiple(async () =>
            {
                Assert.That(script.ExitCode, Is.Zero, told + await errors);
                Assert.That(told, Does.Contain("5 områden återstår"));
            });
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
