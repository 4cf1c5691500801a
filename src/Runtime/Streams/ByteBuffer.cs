using System.Buffers;

namespace CoroGen;

/// <summary>Bytes that are added behind and removed in front. The memory is rented when there is something to put in, and given back when nothing is left.</summary>
internal struct ByteBuffer
{
    private const int FirstSize = 4 * 1024;
    private const int LargestFirstSize = 64 * 1024;

    private byte[]? _array;
    private int _start;
    private int _end;

    /// <summary>How much is rented at first: grows when it has turned out to be too little.</summary>
    private int _size;

    public readonly int Length => _end - _start;

    public readonly bool IsEmpty => _end == _start;

    public readonly ReadOnlyMemory<byte> Memory => _array.AsMemory(_start, Length);

    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(_start, Length);

    /// <summary>Room behind the bytes, to be filled and then added.</summary>
    public Memory<byte> Free(int least)
    {
        MakeRoom(least);
        return _array.AsMemory(_end);
    }

    /// <summary>Adds what has been put into the room.</summary>
    public void Add(int count)
    {
        _end += count;
        if (_end == _array!.Length)
            _size = Math.Min(2 * _size, LargestFirstSize);
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        MakeRoom(bytes.Length);
        bytes.CopyTo(_array.AsSpan(_end));
        Add(bytes.Length);
    }

    /// <summary>Removes bytes in front.</summary>
    public void Remove(int count)
    {
        _start += count;
        ReleaseIfEmpty();
    }

    /// <summary>Removes bytes in front, and returns them.</summary>
    public byte[] Take(int count)
    {
        var bytes = Span[..count].ToArray();
        Remove(count);
        return bytes;
    }

    /// <summary>Gives the memory back when there is nothing in it.</summary>
    public void ReleaseIfEmpty()
    {
        if (!IsEmpty || _array is null)
            return;
        ArrayPool<byte>.Shared.Return(_array);
        _array = null;
        _start = _end = 0;
    }

    public void Clear() => Remove(Length);

    private void MakeRoom(int least)
    {
        if (_array is null)
            _array = ArrayPool<byte>.Shared.Rent(Math.Max(_size = Math.Max(_size, FirstSize), least));
        else if (_array.Length - _end < least)
            Move(least);
    }

    /// <summary>To the front when there is room enough then, else to a larger array.</summary>
    private void Move(int least)
    {
        var old = _array!;
        var length = Length;
        if (length > old.Length / 2 || old.Length - length < least)
            _array = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * old.Length, (long)length + least), int.MaxValue));
        old.AsSpan(_start, length).CopyTo(_array);
        if (_array != old)
            ArrayPool<byte>.Shared.Return(old);
        _start = 0;
        _end = length;
    }
}
