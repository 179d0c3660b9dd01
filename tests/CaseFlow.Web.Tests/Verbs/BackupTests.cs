using System.Diagnostics;
using CaseFlow.Web.Verbs;
using Microsoft.Extensions.Configuration;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Verbs;

/// <summary>A copy taken by the backup script, put back by the restore script into another folder, gives every case's stored state from its facts.</summary>
internal sealed class BackupTests
{
    private static readonly string Deploy = Path.Combine(Repository.Root, "deploy");

    private string _folder = "";

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("caseflow-backup-").FullName;

    [TearDown]
    public void Remove()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task What_was_backed_up_and_restored_replays_to_its_stored_state()
    {
        NeedsSqlite();
        var (loaded, what) = await Run("data", "scenario", "load", Path.Combine(Repository.Root, "workflows/lansarende/scenarios/atertaget.yaml"));
        Assert.That(loaded, Is.EqualTo(Verb.Well), what);

        var (backedUp, file) = await Script("backup.sh", "data", Path.Combine(_folder, "backups"));
        Assert.That(backedUp, Is.Zero, file);
        var archive = file.Trim().Split('\n')[^1];
        Assert.That(File.Exists(archive + ".sha256"), Is.True);
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(archive) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead), Is.EqualTo(UnixFileMode.None), "the copy holds keys");
        var (restored, said) = await Script("restore.sh", "restored", archive);
        Assert.That(restored, Is.Zero, said);

        var (code, replay) = await Run("restored", "replay", "--all");
        Assert.That(code, Is.EqualTo(Verb.Well), replay);
        Assert.That(replay, Does.StartWith("1 instances").And.Contain(" 0 differ"));
    }

    [Test]
    public async Task A_damaged_copy_is_not_put_back()
    {
        NeedsSqlite();
        await Run("data", "scenario", "load", Path.Combine(Repository.Root, "workflows/lansarende/scenarios/atertaget.yaml"));
        var archive = (await Script("backup.sh", "data", Path.Combine(_folder, "backups"))).Said.Trim().Split('\n')[^1];
        await using (var damaged = File.OpenWrite(archive))
        {
            damaged.Position = 200;
            damaged.WriteByte(0);
            damaged.WriteByte(1);
        }

        var (code, said) = await Script("restore.sh", "restored", archive);

        Assert.That(code, Is.Not.Zero, said);
        Assert.That(File.Exists(Path.Combine(_folder, "restored", "caseflow.db")), Is.False);
    }

    private static void NeedsSqlite()
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "sqlite3")));
        if (!isThere && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Ignore("sqlite3 is not there");
    }

    private async Task<(int Code, string Said)> Run(string data, params string[] arguments)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CaseFlow:Demo"] = "true",
            ["CaseFlow:DataFolder"] = Path.Combine(_folder, data),
        }).Build();
        await using var output = new StringWriter();
        return (await Verb.Run(arguments, configuration, output), output.ToString());
    }

    private async Task<(int Code, string Said)> Script(string name, string data, string argument)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Deploy, name), argument]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CASEFLOW_DATA"] = Path.Combine(_folder, data);
        using var script = Process.Start(start) ?? throw new InvalidOperationException("bash did not start");
        var faults = script.StandardError.ReadToEndAsync();
        var said = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        return (script.ExitCode, said + await faults);
    }
}
