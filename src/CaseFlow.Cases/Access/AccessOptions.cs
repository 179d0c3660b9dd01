namespace CaseFlow.Cases.Access;

/// <param name="IsDemo">True: demo accounts exist and can sign in. Never on a server that others reach.</param>
public sealed record AccessOptions(bool IsDemo = false);
