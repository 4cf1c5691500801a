namespace CoroGen;

/// <summary>Which releasers are still to release: each has a ticket, which is good for once. Places are used again, under the next number.</summary>
internal struct TicketBook
{
    private Place[] _places;
    private int _firstFree;

    public TicketBook()
    {
        _places = [];
        _firstFree = -1;
    }

    public Ticket Issue()
    {
        if (_firstFree < 0)
            Grow();
        var index = _firstFree;
        _firstFree = _places[index].NextFree;
        return new Ticket(index, _places[index].Number);
    }

    public readonly bool IsGood(Ticket ticket) => _places[ticket.Index].Number == ticket.Number;

    public void Redeem(Ticket ticket)
    {
        ref var place = ref _places[ticket.Index];
        place.Number++;
        place.NextFree = _firstFree;
        _firstFree = ticket.Index;
    }

    private void Grow()
    {
        var count = _places.Length;
        Array.Resize(ref _places, Math.Max(4, count * 2));
        for (var i = count; i < _places.Length; i++)
            _places[i].NextFree = i + 1 < _places.Length ? i + 1 : -1;
        _firstFree = count;
    }

    private struct Place
    {
        public int Number;
        public int NextFree;
    }
}

/// <summary>What a releaser shows to release.</summary>
internal readonly record struct Ticket(int Index, int Number);
