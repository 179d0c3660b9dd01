namespace CaseFlow.Cases.Storage;

/// <summary>Another transaction holds what was to be locked without waiting. The store starts the work again with all locks taken in order.</summary>
internal sealed class LockUnavailableException(Exception? inner = null) : Exception("Another transaction holds the lock.", inner);
