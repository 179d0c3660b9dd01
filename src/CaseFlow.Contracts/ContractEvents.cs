namespace CaseFlow.Contracts;

/// <summary>Something that happened to one case. Holds ids, codes, numbers and dates; never what a person wrote.</summary>
public interface ICaseEvent
{
    /// <summary>The case, which is also the id of its process instance.</summary>
    Guid CaseId { get; }

    /// <summary>The case's own number, <c>2026-00017</c>.</summary>
    string Number { get; }

    /// <summary>The version of the process instance after the commit that this tells of. A receiver ignores older ones and reads the case again on a gap.</summary>
    long Version { get; }
}

/// <summary>Something that happened to one meeting. Holds ids, codes, numbers and dates; never what a person wrote.</summary>
public interface IMeetingEvent
{
    /// <summary>The meeting, which is also the id of its process instance.</summary>
    Guid MeetingId { get; }

    /// <summary>What the meeting is called in lists: its body and date.</summary>
    string Number { get; }

    /// <inheritdoc cref="ICaseEvent.Version"/>
    long Version { get; }
}

/// <summary>Something that can happen to a case as well as to a meeting; at least one of the two ids is there.</summary>
public interface ISubjectEvent
{
    /// <inheritdoc cref="ICaseEvent.CaseId"/>
    Guid? CaseId { get; }

    /// <inheritdoc cref="IMeetingEvent.MeetingId"/>
    Guid? MeetingId { get; }

    /// <summary>The case's number, or what the meeting is called.</summary>
    string Number { get; }

    /// <inheritdoc cref="ICaseEvent.Version"/>
    long Version { get; }
}

/// <summary>Asks for something to be done. Takes the same road, with the same rules, as a person's form.</summary>
public interface ICommand
{
    /// <summary>Chosen by the sender; the same id sent again gives the first answer and does nothing more.</summary>
    string RequestId { get; }

    /// <summary>The account on whose behalf it is done; its roles decide whether it may.</summary>
    string AccountId { get; }
}
