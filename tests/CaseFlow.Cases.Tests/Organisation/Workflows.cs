namespace CaseFlow.Cases.Tests.Organisation;

/// <summary>Finds the files of <c>workflows/</c> from where the tests run.</summary>
internal static class Workflows
{
    public static string File(string path)
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln")))
                return Path.Combine(folder.FullName, "workflows", path);
        }

        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
