using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.House;

internal sealed class FileLengthTests
{
    private static IEnumerable<TextFile> Code => Repository.TextFiles
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) || file.Path.StartsWith("tests/", StringComparison.Ordinal))
        .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.EndsWith(".razor", StringComparison.Ordinal)
            || file.Path.EndsWith(".js", StringComparison.Ordinal) || file.Path.EndsWith(".css", StringComparison.Ordinal))
        .Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    [Test]
    public void No_file_is_longer_than_a_person_reads_in_one_go() =>
        Assert.That(FileLengthGuard.Violations(Code, Repository.AllowList("long-files.txt")), Is.Empty);

    [Test]
    public void Planted_long_files_are_found()
    {
        TextFile long_ = new("src/A.cs", new string('\n', 301));
        TextFile tooLong = new("src/B.cs", new string('\n', 501));
        TextFile usual = new("src/C.cs", new string('\n', 300));

        Assert.That(FileLengthGuard.Violations([long_, usual], []), Is.EqualTo(new[] { "src/A.cs has 301 lines; over 300 needs a line with a reason in long-files.txt" }));
        Assert.That(FileLengthGuard.Violations([long_], ["src/A.cs: one table that is read as a whole"]), Is.Empty);
        Assert.That(FileLengthGuard.Violations([long_], ["src/A.cs: long"]), Has.Exactly(1).Items, "a reason says something");
        Assert.That(FileLengthGuard.Violations([tooLong], ["src/B.cs: one table that is read as a whole"]), Has.Exactly(1).Items);
        Assert.That(FileLengthGuard.Violations([usual], ["src/C.cs: one table that is read as a whole"]), Has.Exactly(1).Items, "a stale entry");
    }
}
