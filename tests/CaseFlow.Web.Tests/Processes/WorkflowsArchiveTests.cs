using System.IO.Compression;
using System.Text;
using CaseFlow.Cases.Processes;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Processes;

/// <summary>An uploaded workflows folder: what is taken from it, and everything that is refused before it is believed.</summary>
internal sealed class WorkflowsArchiveTests
{
    [TestCase("")]
    [TestCase("workflows/")]
    public async Task The_files_of_a_bundle_are_taken_with_or_without_a_folder_around_them(string outer)
    {
        using var zip = Zip((outer + "organisation/mandat.yaml", "a: 1"), (outer + "prov/process.bpmn", "<x/>"), (outer + "prov/README.md", "läs"),
            (outer + "prov/scenarios/ett.yaml", "b: 2"), ("__MACOSX/._x", "skräp"), (outer + ".DS_Store", "skräp"));

        var read = await WorkflowsArchive.Read(zip, default);

        Assert.That(read.IsAccepted, Is.True, string.Join(' ', read.Refusals.Select(r => r.Text.Sv)));
        Assert.That(read.Value.Select(f => f.Path), Is.EquivalentTo(["organisation/mandat.yaml", "prov/process.bpmn"]));
    }

    [TestCase("../utanför.yaml", "otillåtet namn")]
    [TestCase("/etc/cron.d/x.yaml", "otillåtet namn")]
    [TestCase("a/../../b.yaml", "otillåtet namn")]
    [TestCase("a\\b.yaml", "otillåtet namn")]
    [TestCase("c:/b.yaml", "otillåtet namn")]
    [TestCase("a//b.yaml", "otillåtet namn")]
    [TestCase("prov/virus.exe", "hör till")]
    [TestCase("prov/script.sh", "hör till")]
    public async Task A_file_that_does_not_belong_refuses_the_whole(string path, string why)
    {
        using var zip = Zip(("prov/process.bpmn", "<x/>"), (path, "x"));
        await Refused(zip, why);
    }

    [Test]
    public async Task A_bomb_is_stopped_before_it_unpacks()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("prov/process.bpmn").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
                entry.Write(zeros);
        }

        zip.Position = 0;
        Assert.That(zip.Length, Is.LessThan(WorkflowsArchive.MaxSize), "it passes the limit on the file itself");
        await Refused(zip, "för stor när den packas upp");
    }

    [Test]
    public async Task Many_files_that_are_each_within_the_limit_are_too_much_together()
    {
        var almost = new string('x', WorkflowsFolder.MaxFileSize - 1);
        using var zip = Zip([.. Enumerable.Range(0, 9).Select(i => ($"prov/{i}.yaml", almost))]);
        await Refused(zip, "för stor när den packas upp");
    }

    [Test]
    public async Task Too_many_files_are_refused()
    {
        using var zip = Zip([.. Enumerable.Range(0, WorkflowsArchive.MaxFiles + 1).Select(i => ($"prov/{i}.yaml", "x"))]);
        await Refused(zip, "fler än 500");
    }

    [Test]
    public async Task The_same_file_twice_is_refused()
    {
        using var zip = Zip(("prov/process.bpmn", "<x/>"), ("prov/PROCESS.bpmn", "<y/>"));
        await Refused(zip, "två gånger");
    }

    [Test]
    public async Task What_is_no_zip_or_no_text_or_empty_or_too_large_is_refused()
    {
        using var plain = new MemoryStream(Encoding.UTF8.GetBytes("inte en zip"));
        await Refused(plain, "inte att läsa");
        using var empty = Zip(("prov/README.md", "läs"));
        await Refused(empty, "innehåller inga");
        using var large = new MemoryStream(new byte[WorkflowsArchive.MaxSize + 1]);
        await Refused(large, "större än 8 MB");
        using var binary = new MemoryStream();
        using (var archive = new ZipArchive(binary, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("prov/process.bpmn").Open();
            entry.Write([0xC3, 0x28, 0xFF]);
        }

        binary.Position = 0;
        await Refused(binary, "inte text");
    }

    private static async Task Refused(Stream zip, string why)
    {
        var read = await WorkflowsArchive.Read(zip, default);
        Assert.That(read.IsAccepted, Is.False);
        Assert.That(read.Refusals[0].Text.Sv, Does.Contain(why));
        Assert.That(read.Refusals[0].Field, Is.EqualTo("file"));
    }

    internal static MemoryStream Zip(params (string Path, string Text)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        zip.Position = 0;
        return zip;
    }
}
