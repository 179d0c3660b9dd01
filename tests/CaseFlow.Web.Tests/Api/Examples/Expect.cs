namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>A step of the story whose answer must say something, since the next steps build on it.</summary>
internal static class Expect
{
    public static void That(bool isSo, string what)
    {
        if (!isSo)
            throw new InvalidOperationException("Not so: " + what);
    }
}
