namespace CaseFlow.Cases.Access;

/// <summary>The only role that C# knows by its key, since somebody must be able to give the others. All other roles are data.</summary>
public static class RoleKeys
{
    /// <summary>Makes accounts and gives roles; has no right in the cases.</summary>
    public const string SystemAdministrator = "systemadministrator";
}
